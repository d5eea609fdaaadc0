/** The whole answer to what was typed: ports by number, names, texts, and what each row says. Runs in the worker. */
import type { Engine } from './engine.ts';
import { type Filters, passes } from './filters.ts';
import { type Hit, NOTHING, PORT, PORTS } from './hit.ts';
import { blockFileOf, type PortLine } from './port-file.ts';

export interface Question {
  /** As it was typed. */
  text: string;
  /** What numbers alone lead to; the box knows it without asking. */
  ports: readonly Hit[];
  /** Whether there is more in the text than numbers. */
  words: boolean;
  filters: Filters;
  /** How many pages of the index may be fetched. */
  pages: number;
  /** How many rows get their lines. */
  rows: number;
  /** Milliseconds in which another letter may be typed, before more is asked. */
  pause: number;
}

export interface Sources {
  engine: Engine;
  /** The lines of one file of ports; empty where there is none. */
  block: (file: string) => Promise<readonly PortLine[]>;
  isStale?: () => boolean;
}

export type Show = (hits: Hit[], done: boolean) => void;

export async function answerTo(
  { filters, pages, pause, ports, rows, text, words }: Question,
  { block, engine, isStale = () => false }: Sources,
  show: Show,
): Promise<void> {
  let hits: Hit[] = [];
  const passing = async (found: readonly Hit[]) => {
    // A number has its state in its file alone; without it the filters could tell nothing.
    const known = Object.keys(filters).length > 0 ? await told(found, block) : found;
    return known.filter((hit) => passes(hit, filters));
  };
  if (words) {
    await engine.search({ text, filters, pages, pause, isStale }, (found, done) => {
      hits = found;
      if (!done)
        show(
          found.filter((hit) => passes(hit, filters)),
          false,
        );
    });
  } else {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    if (isStale()) return;
    const guides = await engine.around(text).catch(() => []);
    const own = ports.filter(({ group }) => group === PORT || group === PORTS);
    hits = [...own, ...guides, ...ports.filter((hit) => !own.includes(hit))];
  }
  if (isStale()) return;
  hits = await passing(hits);
  show(hits, false);
  const first = await told(hits.slice(0, rows), block);
  show([...first, ...hits.slice(rows)], true);
}

/** The rows with the names, the states and the lines of their ports. */
async function told(hits: readonly Hit[], block: Sources['block']): Promise<Hit[]> {
  const files = new Set(
    hits.flatMap(({ port }) => (port === undefined ? [] : [blockFileOf(port)])),
  );
  const lines = (await Promise.all([...files].map(block))).flat();
  const known = new Map(lines.map((line) => [line.port, line]));
  return hits.map((hit) => {
    if (hit.port === undefined) return hit;
    const found = known.get(hit.port);
    if (!found) return { ...hit, line: hit.line ?? NOTHING };
    const { line, name, state, story } = found;
    return { ...hit, name: hit.name ?? name, state, story, line };
  });
}
