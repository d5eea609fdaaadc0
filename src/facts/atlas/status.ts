/**
 * What the registry says of a port, and the rule for each status. The only place that decides it.
 *
 * For one transport, the rows that name this transport count; where there is none, those that name
 * no transport. Among them the strongest wins, so that a single assigned port inside a range of
 * unassigned ones (7775 in 7748-7776) is assigned.
 */

import { rangeOf } from '../../base/ranges.ts';
import { type RowKind, rowKind } from '../registry/row-kind.ts';
import type { ServiceRow } from '../schemas/registry.ts';
import type { Status } from './record.ts';

export const STATUSES: Record<Status, { label: string; rule: string }> = {
  assigned: {
    label: 'assigned',
    rule: 'A row of the registry gives this port to a service, or to a purpose without a name.',
  },
  'de-registered': {
    label: 'de-registered',
    rule: 'The registry keeps a row that says the assignment was withdrawn.',
  },
  reserved: {
    label: 'reserved',
    rule: 'The registry holds the number back: it is assigned to nobody and not given out.',
  },
  unassigned: {
    label: 'unassigned',
    rule: 'The registry lists the port as unassigned: anybody may apply for it.',
  },
  'never-assigned': {
    label: 'never assigned',
    rule: 'Below 49152, and no row of the registry covers this port on this transport.',
  },
  dynamic: {
    label: 'dynamic',
    rule: 'From 49152 to 65535: cannot be assigned; anybody may use it for a while (RFC 6335).',
  },
};

/** Strongest first: what a row of an earlier kind says outweighs a later one. */
const STRENGTH: readonly Status[] = [
  'assigned',
  'de-registered',
  'reserved',
  'unassigned',
  'never-assigned',
  'dynamic',
];

/** The status that the given rows give to a port; the rows are those that count for one transport. */
export function statusOf(port: number, rows: readonly ServiceRow[]): Status {
  if (rows.length > 0) return strongest(rows.map((row): RowKind => rowKind(row)));
  return rangeOf(port) === 'dynamic' ? 'dynamic' : 'never-assigned';
}

/** The rows that count for a transport: its own, else those that name none. */
export function rowsFor(transport: string, rows: readonly ServiceRow[]): ServiceRow[] {
  const own = rows.filter((row) => row.transport === transport);
  return own.length > 0 ? own : rows.filter((row) => row.transport === '');
}

export function strongest(statuses: readonly Status[]): Status {
  return STRENGTH.find((status) => statuses.includes(status)) ?? 'never-assigned';
}
