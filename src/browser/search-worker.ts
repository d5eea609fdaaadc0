/** The search for words, off the page's own thread: names, then Pagefind. */
import { Engine } from '../features/search/engine.ts';
import { type Filters, passes } from '../features/search/filters.ts';
import { type Hit, NOTHING, PORT } from '../features/search/hit.ts';
import type { Pagefind } from '../features/search/mentions.ts';
import { blockFileOf, type PortLine, readPortFile } from '../features/search/port-file.ts';
import { factsOf } from '../features/search/state.ts';

export interface Question {
  id: number;
  /** Words, or nothing where only ports are asked for. */
  words: string;
  /** Ports whose names and states are wanted. */
  ports: number[];
  filters: Filters;
  /** How many pages of the index may be fetched. */
  pages: number;
  /** How many of those named so come before what mentions the words; all of them if left out. */
  most?: number;
  /** Milliseconds in which another letter may be typed, before the index is asked. */
  pause: number;
}

export interface Answer {
  id: number;
  hits: Hit[];
  done: boolean;
}

const FOLDER = '/pagefind/';

let newest = 0;
let pagefind: Promise<Pagefind> | undefined;

async function textOf(file: string): Promise<string> {
  const response = await fetch(FOLDER + file);
  if (!response.ok) throw new Error(`${response.status} for ${file}`);
  return response.text();
}

async function startPagefind(): Promise<Pagefind> {
  const engine = await import(/* @vite-ignore */ `${FOLDER}pagefind.js`);
  await engine.init();
  return engine;
}

const engine = new Engine({
  names: (file) => textOf(`names/${file}.txt`),
  pagefind: () => {
    pagefind ??= startPagefind();
    // What failed is tried again.
    pagefind.catch(() => {
      pagefind = undefined;
    });
    return pagefind;
  },
});

const blocks = new Map<string, Promise<PortLine[]>>();

/** A block without a documented port has no file. */
function blockOf(file: string): Promise<PortLine[]> {
  const block = blocks.get(file) ?? textOf(`ports/${file}.txt`).then(readPortFile, () => []);
  blocks.set(file, block);
  return block;
}

async function portHits(ports: readonly number[]): Promise<Hit[]> {
  const files = [...new Set(ports.map(blockFileOf))];
  const lines = (await Promise.all(files.map(blockOf))).flat();
  const known = new Map(lines.map((line) => [line.port, line]));
  return ports.map((port) => {
    const { name, state, story = false } = known.get(port) ?? {};
    const facts = state === undefined ? NOTHING : factsOf(state);
    return { group: PORT, href: `/${port}`, port, name, state, story, facts };
  });
}

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  const { filters, id, most, pages, pause, ports, words } = data;
  newest = id;
  const isStale = () => id !== newest;
  let first: Hit[] = [];
  const answer = (hits: Hit[], done: boolean) => {
    const passing = [...first, ...hits].filter((hit) => passes(hit, filters));
    if (!isStale()) postMessage({ id, hits: passing, done } satisfies Answer);
  };
  try {
    if (ports.length > 0) first = await portHits(ports);
    if (words === '') answer([], true);
    else await engine.search({ text: words, filters, most, pages, pause, isStale }, answer);
  } catch (error) {
    console.warn('The search could not be carried out:', error);
    answer([], true);
  }
});
