/**
 * Makes the prepared index of everything that the terminal, the package and its MCP server tell, so
 * that they read one small file instead of all tables and pages. `open-index.ts` reads it.
 */
import { deflateRawSync } from 'node:zlib';
import type { Atlas } from '../facts/atlas/atlas.ts';
import { goodPorts, testsFrom } from '../facts/atlas/free.ts';
import type { PortRecord } from '../facts/atlas/record.ts';
import { stretches } from '../facts/atlas/stretches.ts';
import { COMMON_SYSTEMS } from '../facts/atlas/verdict-rules.ts';
import { choiceData } from '../features/choose/choice-data.ts';
import { lookupData } from '../features/scan/lookup-data.ts';
import { collectNames } from '../features/search/collect-names.ts';
import { writeName } from '../features/search/names.ts';
import { writeIndexFile } from './index-file.ts';
import { BLOCK, type IndexHead, PARTS } from './parts.ts';
import { writeRuns } from './runs.ts';

export function makeIndex(opened: Atlas): Uint8Array {
  const atlas = remembering(opened);
  const documented = atlas.documented();
  const records = documented.map((port) => atlas.port(port));
  const others = stretches(atlas);
  const head: IndexHead = {
    date: dateOfFacts(atlas),
    documented: writeRuns(documented),
    free: writeRuns(atlas.free()),
    good: writeRuns(goodPorts(testsFrom(atlas.free(), atlas.tables, COMMON_SYSTEMS))),
    others: others.map(({ low }) => low),
    sources: [...atlas.sources.values()],
  };
  const names = [...collectNames(records).values()].map(writeName);
  const parts = new Map<string, string>([
    [PARTS.head, JSON.stringify(head)],
    [PARTS.names, names.join('\n')],
    [PARTS.choice, JSON.stringify(choiceData(atlas))],
    [PARTS.scan, JSON.stringify(lookupData(atlas))],
    ...blocksOf(PARTS.documented, records),
    ...blocksOf(
      PARTS.others,
      others.map(({ port }) => atlas.port(port)),
    ),
  ]);
  return writeIndexFile(parts, (bytes) => deflateRawSync(bytes, { level: 9 }));
}

/** Each record is asked for several times, and computed once. */
function remembering(atlas: Atlas): Atlas {
  const known = new Map<number, PortRecord>();
  return { ...atlas, port: (port) => known.getOrInsertComputed(port, atlas.port) };
}

/** A line a record, and so many lines a part. */
function blocksOf(name: string, records: readonly object[]): [string, string][] {
  const lines = records.map((record) => JSON.stringify(record));
  return Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, block) => [
    `${name}${block}`,
    lines.slice(block * BLOCK, (block + 1) * BLOCK).join('\n'),
  ]);
}

const FULL_DATE = /^\d{4}-\d\d-\d\d$/;

/** The newest day of a table or a page. */
function dateOfFacts(atlas: Atlas): string {
  const tables = [...atlas.sources.values()].map(({ date }) => date ?? '');
  const pages = [...atlas.authored()].map((port) => atlas.port(port).page?.updated ?? '');
  return (
    [...tables, ...pages]
      .filter((date) => FULL_DATE.test(date))
      .sort()
      .at(-1) ?? ''
  );
}
