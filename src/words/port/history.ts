/** The past of a port: one dated line for each event of the registry and of the author, oldest first. */
import type { PortRecord, TimelineEvent, When } from '../../facts/atlas/record.ts';
import { name, names, type Said, said } from '../messages/said.ts';

export interface HistoryLine {
  when: When;
  /** A message, or the author's own sentence. */
  line: Said | { authored: string };
  source: string;
}

export function historyOf({ page, timeline }: PortRecord): HistoryLine[] {
  const authored = (page?.history ?? []).map(
    ({ date, source, text }): HistoryLine => ({
      when: { precision: 'on', date },
      line: { authored: text },
      source,
    }),
  );
  const told = new Set(authored.map(({ when }) => when.date));
  // Where the author tells what happened on that very day, the registry's line says it again.
  const registry = timeline
    .filter((event) => !(event.when.precision === 'on' && told.has(event.when.date)))
    // That an entry was changed in some way says little beside a story.
    .filter(({ kind }) => !(page && kind === 'modified'))
    .map(
      (event): HistoryLine => ({ when: event.when, line: eventLine(event), source: event.source }),
    );
  return [...registry, ...authored].sort((a, b) =>
    a.when.date < b.when.date ? -1 : a.when.date > b.when.date ? 1 : 0,
  );
}

export function eventLine(event: TimelineEvent): Said {
  const transports = event.transports.map((transport) => transport.toUpperCase());
  const on = { transports: names(transports), count: transports.length };
  const now = name(called(event.name, event.description));
  const old = name(called(event.oldName, event.oldDescription));
  switch (event.kind) {
    case 'printed':
      return printedLine(event, { ...on, name: now });
    case 'listed':
      return said(event.when.precision === 'by' ? 'history.oldest' : 'history.listed', {
        ...on,
        name: now,
      });
    case 'registered':
      return event.name
        ? said('history.registered', { ...on, name: name(event.name) })
        : said('history.registeredEntry', on);
    case 'modified':
      return said('history.modified', on);
    case 'renamed':
      return said('history.renamed', { ...on, old, name: now });
    case 'reassigned':
      return said('history.reassigned', { ...on, old, name: now });
    case 'withdrawn':
      return event.oldName
        ? said('history.withdrawn', { ...on, old })
        : said('history.withdrawnEntry', on);
    case 'reserved':
      return said('history.reserved', { ...on, old });
    default:
      return said('history.deassigned', on);
  }
}

/** What a number in an old list was, where it was no port of TCP or UDP. */
const ERAS = {
  'NCP socket': { once: 'history.printedNcp', until: 'history.printedNcpUntil' },
  'NCP/TCP port or socket': { once: 'history.printedBoth', until: 'history.printedBothUntil' },
  '': { once: 'history.printed', until: 'history.printedUntil' },
} as const;

function printedLine({ rfc }: TimelineEvent, values: Said['values']): Said {
  const first = name(String(rfc?.first ?? ''));
  const { once, until } = ERAS[(rfc?.era ?? '') as keyof typeof ERAS] ?? ERAS[''];
  if (!rfc || rfc.last === rfc.first) return said(once, { ...values, rfc: first });
  const last = { last: name(String(rfc.last)), date: { date: rfc.lastDate } };
  return said(until, { ...values, rfc: first, ...last });
}

function called(service = '', description = ''): string {
  if (service === '') return description;
  return description === '' || description.toLowerCase() === service.toLowerCase()
    ? service
    : `${service} (${description})`;
}
