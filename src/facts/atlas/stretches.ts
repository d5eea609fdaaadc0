/**
 * The undocumented ports, in stretches of which everything known is the same: one of them differs
 * from its neighbour only where a range of IANA, of a system, of a port list or of a program begins or ends.
 */

import { parseSpan } from '../../base/port-range.ts';
import { FIRST_USER_PORT } from '../../base/ranges.ts';
import type { Atlas } from './atlas.ts';
import { factRows, useRows } from './table-facts.ts';

export interface Stretch {
  low: number;
  /** The last of it; documented ports may lie between. */
  high: number;
  /** The first undocumented port in it, which speaks for the others. */
  port: number;
}

export function stretches(atlas: Atlas): Stretch[] {
  const { tables } = atlas;
  const statuses = atlas.statuses();
  const documented = new Set(atlas.documented());
  const ranges = [...tables.labels, ...useRows(tables), ...factRows(tables)];
  const spans = [...ranges.map(({ ports }) => parseSpan(ports)), ...tables.ephemeral];
  const ends = spans.flatMap(({ high, low }) => [low, high + 1]);
  const changes = statuses.flatMap((status, port) => (status === statuses[port - 1] ? [] : [port]));
  const starts = [...new Set([0, FIRST_USER_PORT, ...ends, ...changes])].sort((a, b) => a - b);
  return starts.flatMap((low, at) => {
    const end = starts[at + 1] ?? statuses.length;
    let port = low;
    while (port < end && documented.has(port)) port++;
    return port < end ? [{ low, high: end - 1, port }] : [];
  });
}
