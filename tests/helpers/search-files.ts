/** The search as a browser has it, without a browser: the same code over the files of a build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openAtlas } from '../../src/facts/atlas/atlas.ts';
import { answerTo } from '../../src/features/search/answer.ts';
import { Engine } from '../../src/features/search/engine.ts';
import type { Filters } from '../../src/features/search/filters.ts';
import type { Hit } from '../../src/features/search/hit.ts';
import type { Pagefind } from '../../src/features/search/mentions.ts';
import { readPortFile } from '../../src/features/search/port-file.ts';
import { parseQuery } from '../../src/features/search/query.ts';
import { isTyping, portHits } from '../../src/features/search/suggest.ts';
import { wantedNames } from '../../src/features/search/wanted-names.ts';

export type Ask = (text: string, filters?: Filters) => Promise<Hit[]>;

const ROWS = 40;
const PAGES = 8;

/** Asks the files in a folder; Pagefind fetches over the wire, so that it gets a wire that reads files. */
export async function searchIn(folder: string): Promise<Ask> {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const pagefind = await startPagefind(folder);
  const names = async (file: string) => read(`names/${file}.txt`);
  const engine = new Engine({ names, pagefind: async () => pagefind });
  const atlas = openAtlas();
  const wanted = wantedNames([...atlas.authored()].map((port) => atlas.port(port)));
  const known = {
    documented: atlas.documented(),
    names: new Map(
      wanted.split('|').map((entry): [number, string] => {
        const [port = '', ...words] = entry.split(' ');
        return [Number(port), words.join(' ')];
      }),
    ),
  };
  const block = async (file: string) => {
    try {
      return readPortFile(read(`ports/${file}.txt`));
    } catch {
      return [];
    }
  };
  return async (text, filters = {}) => {
    const asked = parseQuery(text);
    const words = asked.words !== '';
    const ports = portHits(asked, known, isTyping(text));
    let last: Hit[] = [];
    const question = { text, ports, words, filters, pages: PAGES, rows: ROWS, pause: 0 };
    await answerTo(question, { engine, block }, (hits) => {
      last = hits;
    });
    return last;
  };
}

async function startPagefind(folder: string): Promise<Pagefind> {
  const wire = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const file = /^http:\/\/files\/([^?]+)/.exec(address)?.[1];
    return file ? new Response(readFileSync(join(folder, file))) : wire(input, init);
  };
  const engine = await import(join(folder, 'pagefind.js'));
  await engine.options({ basePath: 'http://files/' });
  await engine.init();
  return engine;
}
