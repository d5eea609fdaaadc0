/** The words for what IANA's registry says of a port on one transport. */
import type { Status } from '../../facts/atlas/record.ts';
import type { MessageId } from '../messages/said.ts';

export const STATUS_WORDS: Record<Status, MessageId> = {
  assigned: 'status.assigned',
  reserved: 'status.reserved',
  unassigned: 'status.unassigned',
  'de-registered': 'status.deregistered',
  'never-assigned': 'status.neverAssigned',
  dynamic: 'status.dynamic',
};
