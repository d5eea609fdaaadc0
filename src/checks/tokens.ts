/** The texts of all pages as one row of numbers, a number for a word, so that comparing them is cheap. */
import { HOUSE_SENTENCES } from './house-sentences.ts';
import type { Page } from './page.ts';
import type { Passage } from './passages.ts';

/** Between passages: a run of words does not reach over it. */
export const END = -1;

export interface Tokens {
  ids: number[];
  /** The sentences of running texts (not of labels and headings), by their first word. */
  sentences: { at: number; length: number }[];
  pageOf: (at: number) => Page;
  lineAt: (at: number) => number;
  /** The words as written, shortened. */
  show: (at: number, length: number) => string;
}

const WORD = /[\p{L}\p{N}]+(?:['’.:][\p{L}\p{N}]+)*/gu;
const SENTENCE_END = /^["'”’)\]*]*[.!?]["'”’)\]*]*(?=\s|$)/;
const SHOWN = 14;
/** Titles shorter than this are ordinary words. */
const TITLE = 4;

export function tokenise(pages: readonly Page[]): Tokens {
  const vocabulary = new Map<string, number>();
  const idOf = (word: string) => {
    const known = vocabulary.get(word);
    if (known !== undefined) return known;
    vocabulary.set(word, vocabulary.size);
    return vocabulary.size - 1;
  };
  const ids: number[] = [];
  const written: string[] = [];
  const places: { passage: Passage; offset: number }[] = [];
  const owners: number[] = [];
  const sentences: Tokens['sentences'] = [];

  const house = HOUSE_SENTENCES.map((each) => wordsOf(each).map(({ word }) => idOf(word)));
  for (const [number, page] of pages.entries()) {
    const titles = page.fields.sources
      .map(({ value }) => wordsOf(value.title).map(({ word }) => idOf(word)))
      .filter((title) => title.length >= TITLE);
    for (const passage of page.passages) {
      if (passage.kind === 'link') continue;
      const words = wordsOf(passage.text);
      const start = ids.length;
      let first = start;
      for (const { word, text, offset, ends } of words) {
        ids.push(idOf(word));
        written.push(text);
        places.push({ passage, offset });
        owners.push(number);
        if (!ends) continue;
        if (passage.kind === 'text') sentences.push({ at: first, length: ids.length - first });
        first = ids.length;
      }
      if (passage.kind === 'text' && first < ids.length)
        sentences.push({ at: first, length: ids.length - first });
      for (const each of [...titles, ...house]) blank(ids, start, each);
      ids.push(END);
      written.push('');
      places.push({ passage, offset: passage.text.length });
      owners.push(number);
    }
  }
  return {
    ids,
    sentences,
    pageOf: (at) => pages[owners[at] ?? 0] as Page,
    lineAt: (at) => places[at]?.passage.lineAt(places[at].offset) ?? 1,
    show: (at, length) =>
      written.slice(at, at + Math.min(length, SHOWN)).join(' ') + (length > SHOWN ? ' …' : ''),
  };
}

/** The title of a source is the source's, wherever it is named. */
function blank(ids: number[], start: number, title: readonly number[]): void {
  for (let at = start; at + title.length <= ids.length; at++) {
    if (title.every((id, i) => ids[at + i] === id)) ids.fill(END, at, at + title.length);
  }
}

interface Word {
  /** Case and punctuation evened out. */
  word: string;
  text: string;
  offset: number;
  /** Whether a sentence ends here. */
  ends: boolean;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    word: match[0].toLowerCase().replace(/['’.:]/g, ''),
    text: match[0],
    offset: match.index,
    ends: SENTENCE_END.test(
      text.slice(match.index + match[0].length, match.index + match[0].length + 8),
    ),
  }));
}
