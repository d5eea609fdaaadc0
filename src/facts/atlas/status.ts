/**
 * What the registry says of a port, and the rule for each status. The only place that decides it.
 *
 * For one transport, the rows that name this transport count; where there is none, those that name
 * no transport. Among them the strongest wins, so that a single assigned port inside a range of
 * unassigned ones (7775 in 7748-7776) is assigned.
 */

import { FIRST_DYNAMIC_PORT, LAST_PORT, rangeOf } from '../../base/ranges.ts';
import { STATUSES, type Status } from '../../base/statuses.ts';
import { type RowKind, rowKind } from '../registry/row-kind.ts';
import type { ServiceRow } from '../schemas/registry.ts';

export const STATUS_RULES: Record<Status, { label: string; rule: string }> = {
  assigned: {
    label: 'assigned',
    rule: 'The registry assigns this port to a service, or to a purpose without a service name.',
  },
  'de-registered': {
    label: 'de-registered',
    rule: 'The registry says that the assignment was withdrawn.',
  },
  reserved: {
    label: 'reserved',
    rule: 'IANA keeps the number back and does not assign it.',
  },
  unassigned: {
    label: 'unassigned',
    rule: 'The registry lists the port as unassigned: anybody may apply for it.',
  },
  'never-assigned': {
    label: 'never assigned',
    rule: `Below ${FIRST_DYNAMIC_PORT}: the registry has no entry for this port on this transport.`,
  },
  dynamic: {
    label: 'dynamic',
    rule:
      `From ${FIRST_DYNAMIC_PORT} to ${LAST_PORT}: cannot be assigned; ` +
      'any program may use it for a short time (RFC 6335).',
  },
};

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
  return STATUSES.find((status) => statuses.includes(status)) ?? 'never-assigned';
}
