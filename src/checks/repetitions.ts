/**
 * Finds what two pages have in common, in one pass over all of them: every run of 8 words is looked
 * up by its hash in a table of those before it, and a hit is then followed to where the pages part.
 */
import type { Page } from './page.ts';
import { END, tokenise } from './tokens.ts';

interface Place {
  page: Page;
  line: number;
}

export interface Repetition {
  /** The words, as the later page has them. */
  words: string;
  earlier: Place;
  later: Place;
}

const RUN = 8;
/** The shortest sentence that counts. From RUN words on a sentence is a run anyway. */
const SENTENCE = 5;

export function findRepetitions(pages: readonly Page[]): Repetition[] {
  const text = tokenise(pages);
  const { ids, pageOf, sentences } = text;
  const place = (at: number): Place => ({ page: pageOf(at), line: text.lineAt(at) });
  const found: Repetition[] = [];

  const firstRuns = new Map<number, number>();
  let next = 0;
  for (let at = 0; at + RUN <= ids.length; at++) {
    const hash = hashOf(ids, at);
    if (hash === undefined) continue;
    const first = firstRuns.get(hash);
    if (first === undefined) firstRuns.set(hash, at);
    else if (at >= next && pageOf(first) !== pageOf(at)) {
      const length = commonLength(ids, first, at);
      if (length < RUN) continue;
      found.push({ words: text.show(at, length), earlier: place(first), later: place(at) });
      next = at + length;
    }
  }

  const firstSentences = new Map<string, number>();
  for (const { at, length } of sentences) {
    if (length < SENTENCE || length >= RUN) continue;
    const sentence = ids.slice(at, at + length);
    if (sentence.includes(END)) continue;
    const key = sentence.join(' ');
    const first = firstSentences.get(key);
    if (first === undefined) firstSentences.set(key, at);
    else if (pageOf(first) !== pageOf(at)) {
      found.push({ words: text.show(at, length), earlier: place(first), later: place(at) });
    }
  }
  return found;
}

/**
 * Undefined where the run would cross the end of a passage. 53 bits, so that a wrong hit is rare;
 * it is checked anyway.
 */
function hashOf(ids: readonly number[], at: number): number | undefined {
  let high = 0;
  let low = 0x811c9dc5;
  for (let i = at; i < at + RUN; i++) {
    const id = ids[i] ?? END;
    if (id === END) return undefined;
    high = Math.imul(high ^ id, 0x85ebca6b) + (high >>> 13);
    low = Math.imul(low ^ id, 0x01000193) + (low >>> 15);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

function commonLength(ids: readonly number[], a: number, b: number): number {
  let length = 0;
  while (ids[a + length] === ids[b + length] && (ids[a + length] ?? END) !== END) length++;
  return length;
}
