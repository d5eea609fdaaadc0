/** Narrower intervals for changes between two copies, from a list of changes seen between many more copies. */

import { parseSpan } from '../../base/port-range.ts';
import type { ChangeRow } from '../schemas/registry.ts';

export interface Sighting {
  seen_on: string;
  previous_snapshot: string;
  port: string;
  protocol: string;
  service_or_state: string;
  change: string;
}

export function tighten(changes: ChangeRow[], sightings: Sighting[]): ChangeRow[] {
  const at = Map.groupBy(sightings, ({ port, protocol }) => `${port}/${protocol}`);
  return changes.map((row) => {
    const { low, high } = parseSpan(row.ports);
    const candidates = low === high ? (at.get(`${low}/${row.transport}`) ?? []) : [];
    const seen = candidates.find(
      (one) => one.seen_on > row.after && one.seen_on <= row.by && namesIt(one, row),
    );
    if (!seen) return row;
    const after = [seen.previous_snapshot, row.after].toSorted().at(-1) ?? row.after;
    return { ...row, after, by: seen.seen_on };
  });
}

function namesIt({ change, service_or_state }: Sighting, row: ChangeRow): boolean {
  if (change === 'added') return row.new !== '' && service_or_state === row.new;
  return change === 'removed' && row.old !== '' && service_or_state === row.old;
}
