/** The answer first: what a port is, in a line, and what to think of it when it is found open. */
import type { PortRecord, SourceIndex } from '../../facts/atlas/record.ts';
import {
  assignmentTitle,
  backdoorLabels,
  commonNames,
  lastOwner,
  mainAssignments,
  serviceLabels,
  withdrawal,
} from './names.ts';
import { and, sentence, sinceWords, some, transportNames } from './words.ts';

/** The name of a port in a heading or a link: 'winShadow', 'unassigned'. */
export function shortName(record: PortRecord): string {
  if (record.page) return record.page.title;
  const titles = [...new Set(mainAssignments(record).map(assignmentTitle))];
  if (titles.length > 0) return some(titles, 2);
  const common = commonNames(record);
  if (common.length > 0) return some(common, 2);
  const owner = lastOwner(record);
  if (owner && record.status === 'de-registered') return `${owner.name}, withdrawn`;
  return STATUS_NAMES[record.status];
}

const STATUS_NAMES: Record<PortRecord['status'], string> = {
  assigned: 'assigned',
  reserved: 'reserved by IANA',
  unassigned: 'unassigned',
  'de-registered': 'withdrawn',
  'never-assigned': 'never assigned',
  dynamic: 'dynamic port',
};

/** What it is, in one sentence. */
export function headline(record: PortRecord): string {
  if (record.page) return record.page.summary;
  if (record.status === 'assigned') return assignedLine(record);
  const names = commonNames(record);
  const called = names.length > 0 ? `; the books name ${some(names, 3)} here` : '';
  return `${nobodysLine(record)}${called}.`;
}

function assignedLine(record: PortRecord): string {
  // Entries that differ only in their dates are one service to a reader.
  const services = Map.groupBy(mainAssignments(record), (assignment) => {
    const { service } = assignment;
    const title = assignmentTitle(assignment);
    return service !== '' && service !== title ? `${service} (${title})` : title;
  });
  const parts = [...services].map(([name, group]) => {
    const transports = [...new Set(group.flatMap((assignment) => assignment.transports))];
    return transports.length === 0 ? name : `${name}, for ${transportNames(transports)}`;
  });
  return `Registered as ${some(parts, 2)}.`;
}

function nobodysLine(record: PortRecord): string {
  const owner = lastOwner(record);
  const event = withdrawal(record);
  const since = event ? ` ${sinceWords(event.when)}` : '';
  const before = owner ? `; before that it was ${owner.name}` : '';
  switch (record.status) {
    case 'de-registered':
      return `Nobody’s${since}, when IANA withdrew it${before}`;
    case 'reserved':
      return `Reserved by IANA${since}${before}`;
    case 'dynamic':
      return 'Nobody’s, by rule: 49152 to 65535 cannot be registered';
    default:
      return owner ? `Unassigned${since}${before}` : 'Unassigned: IANA lists no service for it';
  }
}

/** Which systems hand the port out by themselves, and within which range. */
export function lendersLine({ platform }: PortRecord): string {
  const byRange = Map.groupBy(platform.ephemeral, ({ high, low }) => `${low} to ${high}`);
  const lenders = [...byRange].map(
    ([range, group]) => `${and(group.map(({ system }) => system))} (${range})`,
  );
  return lenders.length > 0 ? `Lent to outgoing connections by ${and(lenders)}.` : '';
}

/** At most two sentences for somebody who has just seen this port open. */
export function seenOpen(record: PortRecord, sources: SourceIndex): string {
  const book = (id: string) => sources.get(id)?.short ?? id;
  return [firstThought(record, book), secondThought(record, book)]
    .filter((text) => text !== '')
    .join(' ');
}

function firstThought(record: PortRecord, book: (id: string) => string): string {
  const { page, port, labels, status } = record;
  if (page && page.security.exposure !== 'unknown') {
    return sentence(`${EXPOSURES[page.security.exposure]}${page.security.reason}`);
  }
  const names = commonNames(record);
  const books = [...new Set(serviceLabels(labels).map(({ source }) => book(source)))];
  if (names.length > 0) {
    const who = some(books, 3);
    return (
      `${who} ${books.length > 1 ? 'expect' : 'expects'} ${some(names, 3)} on ${port}; ` +
      'the number proves nothing about the program that answers.'
    );
  }
  if (status === 'assigned') {
    const [first] = mainAssignments(record);
    const title = first ? assignmentTitle(first) : 'a service';
    return `If you run ${title}, this is it; no other book names a program on ${port}.`;
  }
  if (status === 'dynamic')
    return `An open ${port} that comes and goes is the near end of an outgoing connection.`;
  return `No book names a program on ${port}, so whatever listens was told to.`;
}

function secondThought(record: PortRecord, book: (id: string) => string): string {
  const { labels, platform, port, status } = record;
  const backdoors = backdoorLabels(labels);
  if (backdoors.length > 0) {
    const lists = [...new Set(backdoors.map(({ source }) => book(source)))];
    return `${and(lists)} ${lists.length > 1 ? 'watch' : 'watches'} it as an old backdoor port: look at the process.`;
  }
  const systems = platform.ephemeral.map(({ system }) => system);
  const common = systems.filter((system) => COMMON.includes(system));
  if (status === 'dynamic') return `As a lasting listener, a program picked it.`;
  if (common.length > 0)
    return `${and(common)} also ${common.length > 1 ? 'lend' : 'lends'} ${port} to outgoing connections.`;
  return '';
}

const COMMON = ['Linux', 'Windows', 'macOS'];

const EXPOSURES = {
  never: 'Never expose it to the internet. ',
  restrict: 'Let only known addresses reach it. ',
  hardened: '',
  'made-for-it': '',
} as const;
