/** Phrases that say nothing; the list is content/stock-phrases.json. */
import type { Context, Rule, StockPhrase } from '../rule.ts';

export const stockPhrases: Rule = {
  name: 'stock-phrases',
  description: 'no phrase of content/stock-phrases.json',
  check({ passages }, context) {
    const phrases = patternsOf(context);
    return passages.flatMap((passage) => {
      const text = passage.text.replaceAll('’', "'");
      const lower = text.toLowerCase();
      // Looking for the first word alone is quick, and mostly settles it.
      const possible = phrases.filter(({ head }) => lower.includes(head));
      return possible.flatMap(({ pattern, instead }) =>
        [...text.matchAll(pattern)]
          .filter((match) => !isName(text, match.index))
          .map((match) => ({
            line: passage.lineAt(match.index),
            wrong: `'${match[0].replace(/\s+/g, ' ')}' is a stock phrase`,
            right: instead ?? 'say what is meant, or leave it out',
          })),
      );
    });
  },
};

interface Pattern {
  /** What every match begins with. */
  head: string;
  pattern: RegExp;
  instead: string | undefined;
}

const compiled = new WeakMap<readonly StockPhrase[], Pattern[]>();

function patternsOf({ stockPhrases: phrases }: Context): Pattern[] {
  const known = compiled.get(phrases);
  if (known) return known;
  const patterns = phrases.map(({ phrase, instead }) => ({
    head: (/^[^\s*]+/.exec(phrase)?.[0] ?? '').toLowerCase(),
    pattern: patternOf(phrase),
    instead,
  }));
  compiled.set(phrases, patterns);
  return patterns;
}

/** 'not just … but': the gap stays inside a sentence. 'delv*': any ending. */
function patternOf(phrase: string): RegExp {
  const words = phrase
    .split(/\s+/)
    .map((word) =>
      word === '…'
        ? '(?:[^\\s.!?;]+\\s+){0,8}?'
        : `${RegExp.escape(word.replace(/\*$/, ''))}${word.endsWith('*') ? '\\p{L}*' : ''}`,
    );
  const source = words.map((word, i) =>
    i === words.length - 1 || words[i]?.startsWith('(?:') ? word : `${word},?\\s+`,
  );
  return new RegExp(`(?<![\\p{L}\\p{N}-])${source.join('')}(?![\\p{L}\\p{N}])`, 'giu');
}

/** A capital in the middle of a sentence: Landscape, the product, and no landscape. */
function isName(text: string, offset: number): boolean {
  if (!/\p{Lu}/u.test(text.charAt(offset))) return false;
  return !/(?:^|[.!?:|]\s+)["'“‘(]*$/.test(text.slice(0, offset));
}
