/** A PortRecord as plain text of 80 columns: for the terminal and for `curl`. */
import type { PortRecord, SourceIndex, TransportRecord } from '../../facts/atlas/record.ts';
import { STATUSES } from '../../facts/atlas/status.ts';
import { headline, seenOpen } from './answer.ts';
import { checkLines, item, securityLines, useLines } from './plain-authored.ts';
import { citationsOf } from './source-list.ts';
import { eventWords } from './timeline-words.ts';
import { sentence, whenWords } from './words.ts';
import { wrap } from './wrap.ts';

const LEVELS = { good: 'yes', care: 'with care', avoid: 'better not' } as const;

/** Where the names begin that other books give. */
const COLUMN = ' '.repeat(24);

export interface PlainOptions {
  /** Only what concerns this one. */
  transport?: string | undefined;
  /** The address of the site, for a reader who is not on it: the page is named at the end. */
  site?: string;
}

/** All that is known of a port, the answer first. */
export function plainText(
  record: PortRecord,
  sources: SourceIndex,
  { site, transport }: PlainOptions = {},
): string {
  const { page, port, verdict } = record;
  const shown = transport ? [transportOf(record, transport)] : record.transports;
  const book = (id: string) => sources.get(id)?.short ?? id;
  const labels = record.labels.filter(
    ({ transports }) => !transport || transports.includes(transport),
  );
  return [
    ...wrap(`${port} ${named(record)}`, ' '.repeat(`${port} `.length)),
    '',
    ...shown.map((entry) => `  ${entry.transport.padEnd(5)}${transportLine(entry)}`),
    ...section('Seen open', wrap(seenOpen(record, sources), '  ', '  ')),
    ...section('What listens here', useLines(page, transport)),
    ...section(
      'Other books',
      labels.flatMap(({ source, name, transports }) =>
        wrap(name, COLUMN, `  ${book(source).padEnd(12)}${transports.join('+').padEnd(10)}`),
      ),
    ),
    ...section('Security', securityLines(record)),
    ...section('Check', checkLines(record)),
    ...section('History', historyLines(record)),
    ...section(`May I use it? ${LEVELS[verdict.level]}`, [
      ...verdict.reasons.flatMap(({ text }) => item(sentence(text))),
      ...(verdict.better.length > 0 ? [`  Better: ${verdict.better.join(', ')}`] : []),
    ]),
    ...section('Sources', sourceLines(record, sources)),
    ...(site ? ['', new URL(`/${port}`, site).href] : []),
    '',
  ].join('\n');
}

/** An author's sentence need not say the name; where it begins with it, once is enough. */
function named(record: PortRecord): string {
  const line = headline(record);
  const title = record.page?.title ?? '';
  return title === '' || line.startsWith(title) ? line : `${title}: ${line}`;
}

function historyLines({ page, timeline }: PortRecord): string[] {
  const events = [
    ...timeline.map((event) => ({ when: event.when, text: eventWords(event) })),
    ...(page?.history ?? []).map(({ date, text }) => ({
      when: { precision: 'on', date } as const,
      text,
    })),
  ];
  return events
    .sort((a, b) => (a.when.date < b.when.date ? -1 : a.when.date > b.when.date ? 1 : 0))
    .flatMap(({ text, when }) => wrap(`${whenWords(when)}: ${ended(text)}`, '    ', '  '));
}

/** What begins with a service's name is no sentence that could begin with a capital. */
const ended = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The books by their short names, as above; what an author read by its title. Each with its address. */
function sourceLines(record: PortRecord, sources: SourceIndex): string[] {
  return citationsOf(record, sources).flatMap(({ checked, date, id, publisher, title, url }) => {
    const name = checked ? `${title}, ${publisher}` : (sources.get(id)?.short ?? title);
    const told = [name, date, checked && `read ${checked}`].filter(Boolean).join(', ');
    return [...wrap(told, '    ', '  '), `    ${url}`];
  });
}

/** A transport that the registry has no row for has a status all the same. */
function transportOf(record: PortRecord, transport: string): TransportRecord {
  const known = record.transports.find((entry) => entry.transport === transport);
  const status = record.range === 'dynamic' ? 'dynamic' : 'never-assigned';
  return known ?? { transport, status, services: [], unstated: false };
}

function transportLine({ services, status, unstated }: TransportRecord): string {
  const what =
    services.length > 0
      ? `${services.join(', ')} (${STATUSES[status].label})`
      : STATUSES[status].label;
  return unstated && status === 'assigned' ? `${what}; the registry names no transport` : what;
}

function section(title: string, lines: string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines] : [];
}
