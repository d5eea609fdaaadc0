/** The second half of a search: what Pagefind finds in descriptions, organisations and stories. */
import type { Filters } from './filters.ts';
import { wordsOf } from './fold.ts';
import { type Hit, MENTIONS } from './hit.ts';
import { MARK } from './mark.ts';
import { sameWord } from './same-word.ts';

/** The part of Pagefind's interface that is used here. */
export interface Pagefind {
  search(
    words: string,
    options: { filters: Record<string, string> },
  ): Promise<{ results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  score: number;
  data(): Promise<PagefindPage>;
}

interface PagefindPage {
  content: string;
  anchors: readonly { id: string; text: string; location: number }[];
  weighted_locations: readonly { weight: number; location: number }[];
}

export interface Mention extends Hit {
  /** The share of the words that are here. */
  share: number;
  score: number;
}

export async function mentionsOf(
  words: readonly string[],
  pagefind: Pagefind,
  filters: Filters,
  mostPages: number,
  isName: (word: string) => boolean = () => false,
): Promise<Mention[]> {
  const { results } = await pagefind.search(words.join(' '), { filters: { ...filters } });
  const pages = await Promise.all(
    results.slice(0, mostPages).map(async ({ data, score }) => ({ page: await data(), score })),
  );
  const mentions = pages.flatMap(({ page, score }) => sectionsOf(page, words, score, isName));
  const best = new Map<string, Mention>();
  for (const mention of mentions.sort((a, b) => b.share - a.share || b.score - a.score)) {
    // One port of many that are called the same stands for all of them.
    const key = mention.name ?? mention.href;
    if (!best.has(key)) best.set(key, mention);
  }
  // Several ports share a page of the index: one that has every word leaves the others out.
  const whole = [...best.values()].filter(({ share }) => share === 1);
  return whole.length > 0 ? whole : [...best.values()];
}

/** The sections of a page of the index that have any of the words, as results. */
function sectionsOf(
  page: PagefindPage,
  words: readonly string[],
  pageScore: number,
  isName: (word: string) => boolean,
): Mention[] {
  const all = page.content.split(/\s+/);
  return page.anchors.flatMap(({ id, location, text }, index) => {
    const end = page.anchors[index + 1]?.location ?? all.length;
    const places = page.weighted_locations.filter(
      (place) => place.location >= location && place.location < end,
    );
    if (places.length === 0) return [];
    const told = all.slice(location, end);
    const near = nearest(told, wordCount(text), words, isName);
    const { has } = near;
    // Pagefind takes something for a word that it does not know.
    if (has === 0) return [];
    const [, port = '', state = ''] = /^(\d+)-(..)$/.exec(id) ?? [];
    const weight = Math.max(...places.map((place) => place.weight));
    return {
      group: MENTIONS,
      href: port === '' ? `/guides/${id}` : `/${port}`,
      ...(port === '' ? {} : { port: Number(port) }),
      name: text,
      state,
      why: excerpt(told, near, wordCount(text)),
      share: has / words.length,
      score: weight * (1 + has) + pageScore + 20 / (10 + told.length),
    };
  });
}

const wordCount = (text: string) => text.split(/\s+/).length;

const AROUND = 22;
const BEFORE = 6;

interface Near {
  /** How many of the words stand in the name, or near each other in the text. */
  has: number;
  /** The places of those near each other. */
  places: number[];
}

/** The part of a section in which most of the words are. Far from each other they are there by chance. */
function nearest(
  told: readonly string[],
  name: number,
  words: readonly string[],
  isName: (word: string) => boolean,
): Near {
  // 'redis' is no 'redirector' with an ending: a name is a name.
  const isIn = (word: string, part: readonly string[]) =>
    part.includes(word) || (!isName(word) && part.some((other) => sameWord(word, other)));
  const parts = told.map(wordsOf);
  const matches = parts.map((part) => words.filter((word) => isIn(word, part)));
  const inName = matches.slice(0, name).flat();
  const all = matches.flatMap((found, place) => (found.length > 0 && place >= name ? [place] : []));
  let best: Near = { has: new Set(inName).size, places: all.slice(0, 1) };
  for (const from of all) {
    const places = all.filter((place) => place >= from && place < from + AROUND);
    const has = new Set([...inName, ...places.flatMap((place) => matches[place] ?? [])]).size;
    if (has > best.has) best = { has, places };
  }
  return best;
}

/** The words around the matches; what matches stands between two marks that no text has. */
function excerpt(told: readonly string[], { places }: Near, name: number): string {
  // The section begins with the name, which the result shows anyway.
  const first = Math.max(name, (places[0] ?? told.length) - BEFORE);
  const last = (places.at(-1) ?? 0) + 1;
  const from = Math.max(name, Math.min(first, told.length - AROUND));
  const to = Math.max(from + AROUND, last);
  const text = told
    .slice(from, to)
    .map((word, index) => (places.includes(from + index) ? `${MARK}${word}${MARK}` : word))
    .join(' ');
  return `${from > name ? '… ' : ''}${text}${to < told.length ? ' …' : ''}`;
}
