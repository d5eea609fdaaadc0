/** The second half of a search: what Pagefind finds in descriptions, organisations and stories. */
import type { Filters } from './filters.ts';
import { wordsOf } from './fold.ts';
import { type Hit, MENTIONS } from './hit.ts';
import { MARK } from './mark.ts';
import { factsOf } from './state.ts';

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
): Promise<Mention[]> {
  const { results } = await pagefind.search(words.join(' '), { filters: { ...filters } });
  const pages = await Promise.all(
    results.slice(0, mostPages).map(async ({ data, score }) => ({ page: await data(), score })),
  );
  const mentions = pages.flatMap(({ page, score }) => sectionsOf(page, words, score));
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
function sectionsOf(page: PagefindPage, words: readonly string[], pageScore: number): Mention[] {
  const all = page.content.split(/\s+/);
  return page.anchors.flatMap(({ id, location, text }, index) => {
    const end = page.anchors[index + 1]?.location ?? all.length;
    const places = page.weighted_locations.filter(
      (place) => place.location >= location && place.location < end,
    );
    if (places.length === 0) return [];
    const told = all.slice(location, end);
    const stems = told.flatMap(wordsOf);
    const has = words.filter((word) => stems.some((other) => other.startsWith(stem(word))));
    // Pagefind takes something for a word that it does not know.
    if (has.length === 0) return [];
    const [, port = '', state = ''] = /^(\d+)-(..)$/.exec(id) ?? [];
    const weight = Math.max(...places.map((place) => place.weight));
    return {
      group: MENTIONS,
      href: port === '' ? `/guides/${id}` : `/${port}`,
      ...(port === '' ? {} : { port: Number(port) }),
      name: text,
      state,
      facts: state && factsOf(state),
      why: excerpt(
        told,
        wordCount(text),
        places.map((place) => place.location - location),
      ),
      share: has.length / words.length,
      score: weight * (1 + has.length) + pageScore + 20 / (10 + told.length),
    };
  });
}

/** Near enough to what Pagefind takes for one word. */
const stem = (word: string) => word.replace(/(?<=...)(?:ing|ed|e?s|e)$/, '');

const wordCount = (text: string) => text.split(/\s+/).length;

const BEFORE = 6;
const AROUND = 22;

/** The words around the first match; what matches stands between two marks that no text has. */
function excerpt(told: readonly string[], name: number, places: readonly number[]): string {
  // The section begins with the name, which the result shows anyway.
  const match = Math.min(...places.filter((place) => place >= name), told.length);
  const first = Math.max(name, match - BEFORE);
  const from = Math.max(name, Math.min(first, told.length - AROUND));
  const text = told
    .slice(from, from + AROUND)
    .map((word, index) => (places.includes(from + index) ? `${MARK}${word}${MARK}` : word))
    .join(' ');
  return `${from > name ? '… ' : ''}${text}${from + AROUND < told.length ? ' …' : ''}`;
}
