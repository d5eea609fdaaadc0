/** The registry's changes for the pages and the feed: newest first, one entry per port and change. */

import { parseSpan } from '../../base/port-range.ts';
import type { Atlas } from '../../facts/atlas/atlas.ts';
import { changeInWords } from '../../facts/registry/change-words.ts';
import type { ChangeRow } from '../../facts/schemas/registry.ts';

export interface ChangeEntry {
  /** The day of the change, else the day on which it was first seen. */
  date: string;
  /** Known to the day; else only that it was seen by then. */
  exact: boolean;
  ports: string;
  port: number;
  transports: string[];
  kind: ChangeRow['change'];
  text: string;
}

const byAtlas = new WeakMap<Atlas, ChangeEntry[]>();

export function allChanges(atlas: Atlas): ChangeEntry[] {
  const known = byAtlas.get(atlas);
  if (known) return known;
  const groups = Map.groupBy(atlas.tables.changes, ({ transport: _, ...facts }) =>
    JSON.stringify(facts),
  );
  const entries = [...groups.values()].map(entryOf);
  entries.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.port - b.port));
  byAtlas.set(atlas, entries);
  return entries;
}

export function recentChanges(atlas: Atlas, count: number): ChangeEntry[] {
  return allChanges(atlas).slice(0, count);
}

function entryOf(group: ChangeRow[]): ChangeEntry {
  const first = group[0] as ChangeRow;
  return {
    date: first.date || first.by,
    exact: first.date !== '',
    ports: first.ports,
    port: parseSpan(first.ports).low,
    transports: group.map(({ transport }) => transport).filter((transport) => transport !== ''),
    kind: first.change,
    text: changeInWords(first),
  };
}
