/** What happened to a port, oldest first: printed lists, copies of the registry, the registry's own dates. */
import { compareTransports } from '../../base/port-range.ts';
import { rowKind } from '../registry/row-kind.ts';
import type { ChangeRow, PrintedRow, ServiceRow } from '../schemas/registry.ts';
import type { TimelineEvent, When } from './record.ts';

/** The oldest copy of the registry as a file; what it lists was there no later than this. */
export const OLDEST_COPY = '2005-12-22';

export interface Past {
  printed: readonly PrintedRow[];
  changes: readonly ChangeRow[];
  rows: readonly ServiceRow[];
}

export function timelineOf({ printed, changes, rows }: Past): TimelineEvent[] {
  const removals = removalDates(rows);
  const changed = changes.map((row) => changeEvent(row, removals));
  const events = merged([
    ...printedEvents(printed),
    ...inheritedEvents(changes, rows, printed),
    ...changed,
    ...registryEvents(rows, changed),
    ...removals
      .filter(({ date }) => !changed.some((event) => event.when.date === date))
      .map(removalEvent),
  ]);
  return events.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function sortKey({ when }: TimelineEvent): string {
  return when.date;
}

/** One event for each name in print, from the first RFC that gives it to the last. */
function printedEvents(rows: readonly PrintedRow[]): TimelineEvent[] {
  // A socket of NCP is not the TCP port of that number: the eras stay apart.
  const names = Map.groupBy(rows, (row) => `${foldName(row.name || row.description)} ${row.era}`);
  return [...names.values()].map((group) => {
    const first = group[0] as PrintedRow;
    const last = group.toSorted((a, b) => Number(a.last_rfc) - Number(b.last_rfc)).at(-1) ?? first;
    return {
      when: { precision: 'on', date: first.first_date },
      kind: 'printed',
      transports: stated(group.map((row) => row.transport)),
      ...(first.name !== '' && { name: first.name }),
      description: first.description,
      rfc: {
        first: Number(first.first_rfc),
        last: Number(last.last_rfc),
        lastDate: last.last_date,
        era: first.era,
      },
      source: 'rfc',
    };
  });
}

/** Names that no change brought in: they stand in the oldest copy already. */
function inheritedEvents(
  changes: readonly ChangeRow[],
  rows: readonly ServiceRow[],
  printed: readonly PrintedRow[],
): TimelineEvent[] {
  const known = [
    ...changes.map((row) => ({
      name: row.old,
      description: row.old_description,
      transport: row.transport,
    })),
    ...rows
      .filter((row) => rowKind(row) === 'assigned')
      .map((row) => ({
        name: row.service,
        description: row.description,
        transport: row.transport,
      })),
  ].filter(({ name }) => name !== '');
  const print = new Set(printed.map((row) => foldName(row.name)));
  return known
    .filter(({ name, transport }) => {
      const came = changes.some(
        (row) => row.new === name && (row.transport === transport || transport === ''),
      );
      return !came && !print.has(foldName(name));
    })
    .map(({ name, description, transport }) => ({
      when: { precision: 'by', date: OLDEST_COPY },
      kind: 'listed',
      transports: stated([transport]),
      name,
      ...(description !== '' && { description }),
      source: 'iana-history',
    }));
}

function changeEvent(row: ChangeRow, removals: readonly Removal[]): TimelineEvent {
  const leaves = row.change === 'withdrawn' || row.change === 'reserved';
  const noted = leaves
    ? removals.find(({ date }) => date >= row.after && date <= row.by)
    : undefined;
  const date = row.date || noted?.date;
  const when: When = date
    ? { precision: 'on', date }
    : { precision: 'between', after: row.after, date: row.by };
  return {
    when,
    kind: row.change,
    transports: stated([row.transport]),
    ...(row.new !== '' && { name: row.new }),
    ...(row.new_description !== '' && { description: row.new_description }),
    ...(row.old !== '' && { oldName: row.old }),
    ...(row.old_description !== '' && { oldDescription: row.old_description }),
    source: 'iana-history',
  };
}

/** The registry's own dates, where no change tells the same. */
function registryEvents(
  rows: readonly ServiceRow[],
  changed: readonly TimelineEvent[],
): TimelineEvent[] {
  return rows.flatMap((row) => {
    const events: TimelineEvent[] = [];
    const kind = rowKind(row);
    if (kind === 'unassigned') return events;
    const told = (date: string) => changed.some(({ when }) => when.date === date);
    const arrival = changed.find((event) => event.name === row.service && event.name !== undefined);
    const facts = {
      transports: stated([row.transport]),
      source: 'iana',
      ...(row.service !== '' && { name: row.service }),
    };
    const gone = kind === 'de-registered' ? ('withdrawn' as const) : undefined;
    if (row.registered !== '' && !arrival && !told(row.registered)) {
      events.push({
        ...facts,
        kind: gone ?? 'registered',
        when: { precision: 'on', date: row.registered },
      });
    }
    if (row.modified !== '' && row.modified !== row.registered && !told(row.modified)) {
      events.push({
        ...facts,
        kind: gone ?? 'modified',
        when: { precision: 'on', date: row.modified },
      });
    }
    return events;
  });
}

interface Removal {
  date: string;
  transport: string;
}

const REMOVED = /(?:removed|de-?assigned|de-?registered) on (\d{4})-(\d{1,2})-(\d{1,2})/gi;

/** 'This entry has been removed on 2017-05-18.' and its like, in the registry's notes. */
function removalDates(rows: readonly ServiceRow[]): Removal[] {
  return rows.flatMap((row) =>
    [...row.notes.matchAll(REMOVED)].map(([, year, month = '', day = '']) => ({
      date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
      transport: row.transport,
    })),
  );
}

function removalEvent({ date, transport }: Removal): TimelineEvent {
  return {
    when: { precision: 'on', date },
    kind: 'de-assigned',
    transports: stated([transport]),
    source: 'iana',
  };
}

/** Events that differ in nothing but the transport become one. */
function merged(events: TimelineEvent[]): TimelineEvent[] {
  const groups = Map.groupBy(events, ({ transports: _, ...facts }) => JSON.stringify(facts));
  return [...groups.values()].map((group) => ({
    ...(group[0] as TimelineEvent),
    transports: stated(group.flatMap((event) => event.transports)),
  }));
}

function stated(transports: string[]): string[] {
  return [...new Set(transports.filter((transport) => transport !== ''))].sort(compareTransports);
}

function foldName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
