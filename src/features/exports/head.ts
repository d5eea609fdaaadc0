/** What stands before the entries of every file that holds more than one port. */

import { absolute } from '../../base/site-address.ts';
import type { SourceIndex } from '../../facts/atlas/record.ts';
import type { DataSource } from '../../facts/schemas/port-json.ts';
import type { SchemaAddress } from './schemas.ts';
import { OWN_LICENCE, tableSource } from './sources.ts';

interface Head {
  $schema: string;
  version: 1;
  registry: string;
  sources: DataSource[];
  licence: string;
}

export function headOf(schema: SchemaAddress, sources: SourceIndex): Head {
  return {
    $schema: absolute(schema),
    version: 1,
    registry: sources.get('iana')?.date ?? '',
    sources: [...sources.values()].map(tableSource),
    licence: OWN_LICENCE,
  };
}

/** The whole as one JSON document in which each entry has a line of its own: `grep` reads it too. */
export function linesOfJson(head: object, key: string, entries: readonly object[]): string {
  const opened = JSON.stringify(head).slice(0, -1);
  const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n');
  return `${opened},"${key}":[\n${lines}\n]}\n`;
}
