import { type Element, isElement } from '../read/element.ts';
import type { Rule } from '../rule.ts';

/** Names that can never be anybody's are examples. */
const EXAMPLE = String.raw`(?:[a-z\d-]+\.)*(?:example|invalid|test|localhost|example\.(?:com|net|org))\b`;
const DOMAIN = String.raw`[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}\b`;
const ADDRESS = new RegExp(String.raw`[a-z\d._%+-]+@(?!${EXAMPLE})${DOMAIN}`, 'gi');

/** Protocols write the names of their algorithms like this. */
const QUOTED = new Set(['code', 'kbd', 'pre', 'samp']);

export const eMail: Rule = {
  name: 'e-mail',
  right: 'No page has an e-mail address. Archives of lists have them in their own addresses.',
  look: ({ html, root }, say) => {
    // JSON-LD has two on every page: most pages are done with here.
    if (html.split('@').length > html.split('"@').length || html.includes('mailto:'))
      lookIn(root, say);
  },
};

function lookIn({ attributes, children, name }: Element, say: (found: string) => void): void {
  if (QUOTED.has(name)) return;
  for (const attribute in attributes) {
    const value = attributes[attribute] ?? '';
    if (value.startsWith('mailto:')) say(value);
    else if (attribute !== 'href') addressesIn(value, say);
  }
  for (const child of children)
    if (isElement(child)) lookIn(child, say);
    else addressesIn(child, say);
}

function addressesIn(text: string, say: (found: string) => void): void {
  if (text.includes('@')) for (const [found] of text.matchAll(ADDRESS)) say(found);
}
