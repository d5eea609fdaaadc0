/** Title and description: what a link to the page says before it is opened. */
import type { PortRecord } from '../atlas/record.ts';
import { STATUSES } from '../atlas/status.ts';
import { headline, shortName } from './answer.ts';
import { transportNames } from './words.ts';

const DESCRIPTION_LENGTH = 200;

/** Search engines cut titles at about this length; the site's name goes first, then the end of the name. */
const TITLE_LENGTH = 70;

export function titleOf(record: PortRecord): string {
  const title = `Port ${record.port}: ${shortName(record)}`;
  const signed = `${title} | Portolan`;
  return signed.length <= TITLE_LENGTH ? signed : shorten(title, TITLE_LENGTH);
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
    DESCRIPTION_LENGTH,
  );
}

function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, text.lastIndexOf(' ', length - 1))}…`;
}
