/** Reads the prepared index: the same records as the atlas, without the tables. Runs everywhere. */
import { LAST_PORT, rangeOf } from '../base/ranges.ts';
import { lowerBound } from '../facts/atlas/nearest.ts';
import type { PortRecord, SourceIndex } from '../facts/atlas/record.ts';
import { choices } from '../facts/atlas/suggest.ts';
import { type ChoiceFacts, openChoice } from '../features/choose/facts.ts';
import { type Facts, openFacts } from '../features/scan/facts.ts';
import { keyOf } from '../features/search/fold.ts';
import { type Found, lookUp } from '../features/search/lookup.ts';
import { type NameEntry, readName } from '../features/search/names.ts';
import { type Inflate, readIndexFile } from './index-file.ts';
import { BLOCK, type IndexHead, PARTS } from './parts.ts';
import { readRuns } from './runs.ts';

export interface PortIndex {
  /** The newest day of the facts. */
  date: string;
  port(port: number): PortRecord;
  /** The ports of exactly this name, the best first, however it is spelled. */
  named(name: string): number[];
  /** The ports that words lead to, the best first; a name with a typing error leads there too. */
  find(words: string): Found[];
  documented(): readonly number[];
  sources: SourceIndex;
  /** What `choose` and `presentAnswer` of src/features/choose ask for. */
  choice(): ChoiceFacts;
  /** What the table of a scan asks for. */
  scan(): Facts;
}

export function openIndex(file: Uint8Array, inflate: Inflate): PortIndex {
  const read = readIndexFile(file, inflate);
  const head: IndexHead = JSON.parse(read(PARTS.head));
  const documented = readRuns(head.documented);
  const free = once(() => readRuns(head.free));
  const good = once(() => readRuns(head.good));
  const names = once(() => readNames(read(PARTS.names)));
  const blocks = new Map<string, string[]>();

  /** A new object each time, so that a caller may change it. */
  function recordAt(part: string, place: number): PortRecord {
    const name = `${part}${Math.floor(place / BLOCK)}`;
    const lines = blocks.get(name) ?? read(name).split('\n');
    blocks.set(name, lines);
    return JSON.parse(lines[place % BLOCK] ?? '');
  }

  function port(number: number): PortRecord {
    if (!Number.isInteger(number) || number < 0 || number > LAST_PORT)
      throw new RangeError(
        `${number} is no port: ports are the whole numbers from 0 to ${LAST_PORT}`,
      );
    const at = lowerBound(documented, number);
    if (documented[at] === number) return recordAt(PARTS.documented, at);
    const stretch = lowerBound(head.others, number + 1) - 1;
    const record = recordAt(PARTS.others, stretch);
    const { verdict } = record;
    const { better, nearestFree } = choices(verdict.level, number, { free: free(), good: good() });
    return {
      ...record,
      port: number,
      range: rangeOf(number),
      previousDocumented: documented[at - 1],
      nextDocumented: documented[at],
      nearestFree,
      verdict: { ...verdict, better },
    };
  }

  return {
    date: head.date,
    port,
    named: (name) =>
      names()
        .get(keyOf(name))
        ?.refs.map(({ port }) => port) ?? [],
    find: (words) => lookUp(words, names()),
    documented: () => documented,
    sources: new Map(head.sources.map((source) => [source.id, source])),
    choice: once(() => openChoice(JSON.parse(read(PARTS.choice)))),
    scan: once(() => openFacts(JSON.parse(read(PARTS.scan)))),
  };
}

function readNames(text: string): Map<string, NameEntry> {
  const entries = text.split('\n').map(readName);
  return new Map(entries.map((entry) => [keyOf(entry.name), entry]));
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
