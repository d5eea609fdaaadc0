/** The documented ports before and after a port, the others that its author speaks of, and its place on the chart. */
import type { Atlas } from '../facts/atlas/atlas.ts';
import type { PortRecord } from '../facts/atlas/record.ts';
import type { Neighbour, Neighbourhood } from '../words/page/nearby.ts';
import { nameOfPort, type PortName } from '../words/port/name.ts';
import { stripAround } from './chart-strip.ts';

export function neighbourhoodOf(record: PortRecord, atlas: Atlas): Neighbourhood {
  const related = record.page?.related ?? [];
  const sides = [
    { rel: 'prev', port: record.previousDocumented },
    { rel: 'next', port: record.nextDocumented },
  ] as const;
  /** A neighbour that the author speaks of is told once, in the author's words. */
  const beside = sides.flatMap(({ port, rel }): Neighbour[] => {
    if (port === undefined) return [];
    const told = related.find((other) => other.port === port)?.reason;
    return [{ port, rel, text: told ? { authored: told } : calledAt(port, atlas) }];
  });
  const shown = new Set(beside.map(({ port }) => port));
  const others = related
    .filter(({ port }) => !shown.has(port))
    .map(({ port, reason }) => ({ port, text: { authored: reason } }));
  return {
    neighbours: [...beside, ...others],
    strip: stripAround(record.port, atlas.statuses()),
  };
}

const known = new WeakMap<Atlas, Map<number, PortName>>();

/** Many pages have the same neighbours: each is looked up once. */
const calledAt = (port: number, atlas: Atlas): PortName =>
  known
    .getOrInsertComputed(atlas, () => new Map())
    .getOrInsertComputed(port, () => nameOfPort(atlas.port(port)));
