/** What kind of thing a row of the registry says. The one place that reads its wording. */
import type { ServiceRow } from '../schemas/registry.ts';

export type RowKind = 'assigned' | 'reserved' | 'unassigned' | 'de-registered';

const WITHDRAWN = /^(de-?registered|removed|deprecated|de-?com{1,2}iss?ioned)\b/i;
const UNASSIGNED = /^\(?unassigned\b/i;
const RESERVED = /^(iana )?reserved\b/i;

/**
 * A named row is an assignment unless its description says that it was withdrawn (14001/udp).
 * An unnamed row says Reserved, Unassigned or one of the words for 'withdrawn'; what says none of
 * these is a purpose without a name (24: 'any private mail system'), and counts as assigned.
 */
export function rowKind(row: Pick<ServiceRow, 'service' | 'description'>): RowKind {
  if (WITHDRAWN.test(row.description)) return 'de-registered';
  if (row.service !== '') return 'assigned';
  if (RESERVED.test(row.description)) return 'reserved';
  if (UNASSIGNED.test(row.description)) return 'unassigned';
  return 'assigned';
}
