/** The word 'port' in every language of the site, as people type it beside a number. */
import words from '../../../content/port-words.json' with { type: 'json' };

/** Scripts that write no space between words: there 'port' may stand inside of others. */
const UNSPACED = /^[\p{sc=Han}\p{sc=Hang}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;

const spaced = (word: string) =>
  UNSPACED.test(word) ? word : `(?<!\\p{L})${word}(?![\\p{L}\\p{M}])`;

/** The longest first, so that none leaves a part of another behind. */
export const PORT_WORDS = [...new Set(Object.values(words).flat())]
  .map((word) => word.normalize('NFKC').toLowerCase())
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  .map(spaced)
  .join('|');
