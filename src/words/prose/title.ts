/** The title of a port's page: what a link in a chat or a result of a search says before it is opened. */
import type { PortRecord, When } from '../../facts/atlas/record.ts';
import { shortName } from './answer.ts';
import { backdoorLabels, commonNames, lastOwner, mainAssignments, withdrawal } from './names.ts';
import { shorten } from './words.ts';

/** Search engines cut titles at about this length; whatever does not fit is left out, the least first. */
const LENGTH = 70;

export function titleOf(record: PortRecord): string {
  const name = `Port ${record.port}: ${plainTitle(record)}`;
  const full = [name, ...additions(record)].reduce(withinLength);
  return shorten(full, LENGTH);
}

/** The site's name, where it fits: not all that show a title say where it comes from. */
export const signed = (title: string) => withinLength(title, ' | Portolan');

const withinLength = (title: string, part: string) =>
  title.length + part.length <= LENGTH ? title + part : title;

/** The name alone; of a port that nobody has, what became of it. */
function plainTitle(record: PortRecord): string {
  const { page, status } = record;
  if (page || status === 'assigned' || commonNames(record).length > 0) return shortName(record);
  const owner = lastOwner(record);
  const when = withdrawal(record)?.when;
  if (status === 'reserved') return owner ? `reserved, once ${owner.name}` : 'reserved by IANA';
  if (status === 'de-registered') {
    return `${owner ? `${owner.name}, ` : ''}withdrawn${when ? ` ${yearWords(when)}` : ''}`;
  }
  if (status === 'dynamic') return 'dynamic, for outgoing connections';
  return owner ? `unassigned, once ${owner.name}` : 'unassigned';
}

const yearWords = ({ date, precision }: When) =>
  `${precision === 'on' ? 'in' : 'by'} ${date.slice(0, 4)}`;

/** In the order of their worth: what the registry says, who misused it, what it is good for. */
function additions(record: PortRecord): string[] {
  return [standing(record), misuse(record), freedom(record)].filter((text) => text !== '');
}

/** How the name before it stands to the registry. */
function standing(record: PortRecord): string {
  const { page, status } = record;
  const named = page !== undefined || commonNames(record).length > 0;
  if (status !== 'assigned') {
    const words = STANDINGS[status];
    return named && words ? bracketed(record, words) : '';
  }
  const [first] = mainAssignments(record);
  const borrowed = page?.uses[0]?.kind === 'squatter' && first?.service;
  return borrowed ? `; registered as ${first.service}` : bracketed(record, 'registered');
}

const STANDINGS: Partial<Record<PortRecord['status'], string>> = {
  reserved: 'reserved',
  unassigned: 'not registered',
  'never-assigned': 'not registered',
  dynamic: 'dynamic port',
};

/** Brackets are not opened twice. */
const bracketed = (record: PortRecord, text: string) =>
  shortName(record).includes('(') ? `, ${text}` : ` (${text})`;

/** What is known to have listened here uninvited, with the year of the record that says so. */
function misuse({ labels, page }: PortRecord): string {
  const [malware] = page?.uses.filter(({ kind }) => kind === 'malware') ?? [];
  if (malware) {
    const told = page?.security.facts.find(({ id }) => id === malware.name)?.date;
    const year = (malware.since ?? told)?.slice(0, 4);
    return `; used by ${malware.name}${year ? ` in ${year}` : ''}`;
  }
  return page || backdoorLabels(labels).length === 0 ? '' : '; an old backdoor port';
}

function freedom({ documented, verdict }: PortRecord): string {
  return !documented && verdict.level === 'good' ? ', free for your program' : '';
}
