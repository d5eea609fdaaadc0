import { type Element, isElement, isForScripts } from '../read/element.ts';
import type { Rule } from '../rule.ts';

const FILLED = new Set(
  (
    'section article header h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd table tr thead tbody caption ' +
    'details summary a button nav figure figcaption blockquote pre'
  ).split(' '),
);
/** They show something without a word. */
const SHOWN = new Set('img svg input select textarea canvas video audio object hr'.split(' '));
const HEADINGS = /^h[1-6]$/;

export const empty: Rule = {
  name: 'empty',
  right: 'No section, heading, list, cell or link is empty, and no section has a heading alone.',
  look: ({ elements }, say) => {
    for (const element of elements) {
      if (!FILLED.has(element.name) || isForScripts(element)) continue;
      const id = element.attributes.id ? ` id=${element.attributes.id}` : '';
      if (!shows(element, false)) say(`<${element.name}${id}> is empty`);
      else if (element.name === 'section' && !shows(element, true))
        say(`<section${id}> has a heading alone`);
    }
  },
};

/** Elements of our own are filled by a script. */
function shows(element: Element, headingsApart: boolean): boolean {
  return element.children.some((child) =>
    isElement(child)
      ? SHOWN.has(child.name) ||
        child.name.includes('-') ||
        (!(headingsApart && HEADINGS.test(child.name)) && shows(child, headingsApart))
      : child.trim() !== '',
  );
}
