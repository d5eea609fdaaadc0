/** Names to ports: registered services and what port lists call things, A to Z. */

import { letterOf } from '../base/addresses.ts';
import { parseSpan } from '../base/port-range.ts';
import type { Atlas } from '../facts/atlas/atlas.ts';
import { isWide } from '../facts/atlas/wide.ts';
import { rowKind } from '../facts/registry/row-kind.ts';
import { namesService } from '../facts/registry/source-kinds.ts';
import { plainName } from '../words/prose/names.ts';

export interface NamedPorts {
  name: string;
  /** Registered with IANA under this name. */
  registered: boolean;
  ports: { port: number; shown: string }[];
}

let known: Map<string, NamedPorts[]> | undefined;

export function servicesByLetter(atlas: Atlas): Map<string, NamedPorts[]> {
  known ??= collect(atlas);
  return known;
}

/** How many services begin with a letter. */
export interface LetterCount {
  letter: string;
  services: number;
}

export const letterCounts = (atlas: Atlas): LetterCount[] =>
  [...servicesByLetter(atlas)].map(([letter, list]) => ({ letter, services: list.length }));

function collect({ tables }: Atlas): Map<string, NamedPorts[]> {
  const entries = new Map<string, NamedPorts>();
  const add = (name: string, ports: string, registered: boolean) => {
    const key = name.toLowerCase();
    const entry = entries.get(key) ?? { name, registered, ports: [] };
    const port = parseSpan(ports).low;
    if (!entry.ports.some((other) => other.port === port)) entry.ports.push({ port, shown: ports });
    entries.set(key, entry);
  };
  for (const row of tables.services) {
    if (row.service !== '' && rowKind(row) === 'assigned') add(row.service, row.ports, true);
  }
  for (const label of tables.labels) {
    if (!isWide(label) && namesService(label)) add(plainName(label.name), label.ports, false);
  }
  const collator = new Intl.Collator('en', { numeric: true });
  const sorted = [...entries.values()].sort((a, b) => collator.compare(a.name, b.name));
  return new Map(
    [...Map.groupBy(sorted, ({ name }) => letterOf(name))].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
