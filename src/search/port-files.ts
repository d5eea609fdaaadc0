/** What the page of the search tells of a port that was asked for by number: a line each, a file for every thousand. */
import type { PortRecord } from '../atlas/record.ts';
import { nameOf, stateOf } from './passages.ts';

export const blockFileOf = (port: number) => String(Math.floor(port / 1000));

export function portFiles(records: readonly PortRecord[]): Map<string, string> {
  const blocks = Map.groupBy(records, ({ port }) => blockFileOf(port));
  return new Map(
    [...blocks].map(([block, group]) => [
      block,
      group.map((record) => `${record.port} ${stateOf(record)} ${nameOf(record)}`).join('\n'),
    ]),
  );
}
