/** The documented ports before and after a port, and the others that its author speaks of. */
import type { Atlas } from '../facts/atlas/atlas.ts';
import type { PortRecord } from '../facts/atlas/record.ts';
import { portName } from './port-names.ts';

export interface Neighbourhood {
  neighbours: { port: number; rel: 'prev' | 'next'; text: string }[];
  others: readonly { port: number; reason: string }[];
}

export function neighbourhoodOf(record: PortRecord, atlas: Atlas): Neighbourhood {
  const related = record.page?.related ?? [];
  const sides = [
    { rel: 'prev', port: record.previousDocumented },
    { rel: 'next', port: record.nextDocumented },
  ] as const;
  /** A neighbour that the author speaks of is told once, in the author's words. */
  const neighbours = sides.flatMap(({ port, rel }) => {
    if (port === undefined) return [];
    const told = related.find((other) => other.port === port);
    return [{ port, rel, text: told?.reason ?? portName(port, atlas) }];
  });
  const shown = new Set(neighbours.map(({ port }) => port));
  return { neighbours, others: related.filter(({ port }) => !shown.has(port)) };
}
