/** The search, off the page's own thread: names, Pagefind, then what each row says. */
import { type Question as Asked, answerTo } from '../features/search/answer.ts';
import { Engine } from '../features/search/engine.ts';
import type { Hit } from '../features/search/hit.ts';
import type { Pagefind } from '../features/search/mentions.ts';
import { type PortLine, readPortFile } from '../features/search/port-file.ts';

export interface Question extends Asked {
  id: number;
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

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  const { id } = data;
  newest = id;
  const isStale = () => id !== newest;
  const show = (hits: Hit[], done: boolean) => {
    if (!isStale()) postMessage({ id, hits, done } satisfies Answer);
  };
  try {
    await answerTo(data, { engine, block: blockOf, isStale }, show);
  } catch (error) {
    console.warn('The search could not be carried out:', error);
    show([], true);
  }
});
