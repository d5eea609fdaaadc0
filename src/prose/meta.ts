/** Title and description: what a link to the page says before it is opened. */
import type { PortRecord } from '../atlas/record.ts';
import { STATUSES } from '../atlas/status.ts';
import { headline, shortName } from './answer.ts';
import { transportNames } from './words.ts';

const DESCRIPTION_LENGTH = 200;

export function titleOf(record: PortRecord): string {
  return `Port ${record.port}: ${shortName(record)} | Portolan`;
}

export function describe(record: PortRecord): string {
  const { port, transports, status } = record;
  const assigned = transports
    .filter((entry) => entry.status === 'assigned')
    .map(({ transport }) => transport);
  const where = assigned.length > 0 ? `${transportNames(assigned)} port` : `Port`;
  const state = record.page || status === 'assigned' ? '' : ` Status: ${STATUSES[status].label}.`;
  return shorten(
    `${where} ${port}. ${headline(record)}${state} What listens, how to check, whether to use it.`,
  );
}

function shorten(text: string): string {
  if (text.length <= DESCRIPTION_LENGTH) return text;
  return `${text.slice(0, text.lastIndexOf(' ', DESCRIPTION_LENGTH - 1))}…`;
}
