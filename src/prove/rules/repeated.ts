import { type Element, isElement, rawText } from '../read/element.ts';
import type { Rule } from '../rule.ts';

/** Shorter ones are labels, and may well stand twice. */
const LEAST_WORDS = 6;
const LONG = new RegExp(`(?:\\S+\\s+){${LEAST_WORDS - 1}}\\S`);
const END = /[.?!](?:\s+|$)/;
/** Quoted, or a row of a list of facts: what holds for one may hold for another. */
const APART = new Set('script style code kbd pre samp dt dd td h1 h2 h3 h4 h5 h6 th'.split(' '));
const INLINE = new Set('a abbr b cite em i small span strong sub sup time'.split(' '));

export const repeated: Rule = {
  name: 'repeated',
  right:
    `No sentence of ${LEAST_WORDS} words or more stands twice in a part of a page: a section, or ` +
    'the commands of one system. Links and search engines lead to a part by itself.',
  look: (page, say) => {
    const [main] = page.named('main');
    for (const part of main ? partsOf(main) : []) {
      const seen = new Set<string>();
      for (const sentence of part.flatMap(sentencesOf)) {
        if (seen.has(sentence)) say(sentence);
        seen.add(sentence);
      }
    }
  },
};

/** What is left behind the last full stop is no sentence. */
const sentencesOf = (passage: string): string[] =>
  LONG.test(passage)
    ? passage
        .split(END)
        .slice(0, -1)
        .filter((sentence) => LONG.test(sentence))
    : [];

const isPart = ({ name, parent }: Element) =>
  name === 'section' || name === 'details' || name === 'li' || parent?.name === 'pn-tabs';

/** The passages of each part. */
function partsOf(main: Element): string[][] {
  const own: string[] = [];
  const parts = [own];
  passagesIn(main, own, parts);
  return parts;
}

function passagesIn(element: Element, passages: string[], parts: string[][]): void {
  passages.push('');
  for (const child of element.children) {
    if (!isElement(child)) passages[passages.length - 1] += spaced(child);
    else if (APART.has(child.name) || child.attributes.class === 'registration')
      passages[passages.length - 1] += ' … ';
    else if (INLINE.has(child.name)) passages[passages.length - 1] += spaced(rawText(child));
    else if (isPart(child)) {
      const others: string[] = [];
      parts.push(others);
      passagesIn(child, others, parts);
    } else passagesIn(child, passages, parts);
  }
  passages.push('');
}

const spaced = (text: string) => text.replaceAll(/\s+/g, ' ');
