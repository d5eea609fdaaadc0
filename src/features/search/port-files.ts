/** The files of ports by number, from the records. Runs in the build. */
import type { PortRecord } from '../../facts/atlas/record.ts';
import { nameOf, stateOf } from './passages.ts';
import { blockFileOf, writePortLine } from './port-file.ts';

export function portFiles(records: readonly PortRecord[]): Map<string, string> {
  const blocks = Map.groupBy(records, ({ port }) => blockFileOf(port));
  return new Map([...blocks].map(([block, group]) => [block, group.map(lineOf).join('\n')]));
}

function lineOf(record: PortRecord): string {
  return writePortLine({
    port: record.port,
    state: stateOf(record),
    story: record.page !== undefined,
    name: nameOf(record),
  });
}
