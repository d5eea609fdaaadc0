/** Cases of the search, and how well it answers them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { wordsOf } from '../../src/features/search/fold.ts';
import { type Hit, topicHeading } from '../../src/features/search/hit.ts';
import { telling } from '../../src/features/search/lookup.ts';
import { sameWord } from '../../src/features/search/same-word.ts';
import { allowance, distance } from '../../src/features/search/typo.ts';

export interface Case {
  query: string;
  /**
   * Ports, 'guide:' and its name, 'page:' and its address, 'of:' and an organisation. One of them is enough where a space
   * stands between them; where a plus does, all have to come, the first of them or another first.
   */
  expect: string;
  /** Among how many of the first rows, where the file says so. */
  within?: string;
  kind: string;
}

export const casesIn = (file: string): Case[] =>
  parse(readFileSync(join(import.meta.dirname, '../fixtures', file)), {
    columns: true,
    skip_empty_lines: true,
    relax_quotes: true,
  });

export interface Outcome {
  first: boolean;
  amongThree: boolean;
  rows: number;
  beside: Hit[];
  shown: string[];
}

export function outcomeOf({ expect, query }: Case, hits: readonly Hit[]): Outcome {
  const shown = hits.map(nameOf);
  const wanted = expect.split(/[ +]/);
  const top = shown.slice(0, Math.max(3, expect.includes('+') ? wanted.length : 0));
  const isThere = (name: string) => top.includes(name);
  return {
    first: wanted.includes(shown[0] ?? ''),
    amongThree: expect.includes('+') ? wanted.every(isThere) : wanted.some(isThere),
    rows: hits.length,
    beside: hits.filter((hit) => !wanted.includes(nameOf(hit)) && !isToThePoint(query, hit)),
    shown,
  };
}

export function nameOf({ guide, href, port }: Hit): string {
  if (port !== undefined) return String(port);
  if (guide || href.startsWith('/guides/')) return `guide:${guide ?? href.slice(8)}`;
  return `page:${href}`;
}

/**
 * Whether a reader sees why a row is there: it shows more than half of the telling words, its number
 * was typed, or it stands under a topic. A text longer than a row, a guide's, is read as a whole.
 */
function isToThePoint(query: string, { group, href, line, name, port, why }: Hit): boolean {
  if (group.startsWith(topicHeading('')) || !/^\/\d+$/.test(href)) return true;
  const typed: string[] = query.match(/\d+/g) ?? [];
  if (typed.some((number) => String(port).startsWith(String(Number(number))))) return true;
  const words = telling(query);
  const told = wordsOf([name, line, why].join(' '));
  const joined = told.join('');
  const isSeen = (word: string) =>
    told.some(
      (other) => sameWord(word, other) || isNearly(word, other) || other.startsWith(word),
    ) ||
    (word.length > 3 && joined.includes(word));
  return words.filter(isSeen).length > words.length / 2 || joined.includes(words.join(''));
}

const isNearly = (word: string, other: string) =>
  distance(word, other, allowance(word.length)) <= allowance(word.length);
