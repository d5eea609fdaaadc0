/** A PortRecord as plain text: for the terminal and, in 80 columns, for `curl`. */
import type { PortRecord, SourceIndex, TransportRecord, When } from '../../facts/atlas/record.ts';
import { english } from '../messages/english.ts';
import { type MessageId, name, said } from '../messages/said.ts';
import { historyOf } from '../port/history.ts';
import { answerOf, nameOf, openAdvice, ownText } from '../port/in-english.ts';
import { ownNames } from '../port/name.ts';
import { securityOf } from '../port/security.ts';
import type { SecurityLine } from '../port/security-line.ts';
import { STATUS_WORDS } from '../port/status.ts';
import { otherReasons, reasonLine, verdictAnswer } from '../port/verdict.ts';
import { checkLines, item, securityLines, useTextLines } from './plain-parts.ts';
import { citationsOf } from './source-list.ts';
import { WIDTH, wrap } from './wrap.ts';

/** Where the names begin that port lists give. */
const COLUMN = ' '.repeat(24);

export interface PlainOptions {
  /** Only what concerns this one. */
  transport?: string | undefined;
  /** The address of the site, for a reader who is not on it: the page is named at the end. */
  site?: string;
  /** So many columns. */
  width?: number;
}

/** All that is known of a port, the answer first. */
export function plainText(
  record: PortRecord,
  sources: SourceIndex,
  { site, transport, width = WIDTH }: PlainOptions = {},
): string {
  const { port, verdict } = record;
  const security = securityOf(record, sources);
  const shown = transport ? [transportOf(record, transport)] : record.transports;
  const labels = record.labels.filter(
    ({ transports, wide }) => !wide && (!transport || transports.includes(transport)),
  );
  return [
    ...wrap(`${port} ${named(record)}`, ' '.repeat(`${port} `.length), '', width),
    '',
    ...shown.flatMap((entry) =>
      wrap(transportLine(entry), ' '.repeat(7), `  ${entry.transport.padEnd(5)}`, width),
    ),
    ...section(say('open.heading'), wrap(openAdvice(record), '  ', '  ', width)),
    ...section(
      english().text(said('uses.heading', { port: name(String(port)) })),
      useTextLines(record, sources, transport, width),
    ),
    ...section(
      say('lists.heading'),
      labels.flatMap(({ list, name, transports }) =>
        wrap(name, COLUMN, `  ${list.padEnd(12)}${transports.join('+').padEnd(10)}`, width),
      ),
    ),
    ...section(say('security.heading'), securityLines(record, security, width)),
    ...section(
      english().text(said('check.heading', { port: name(String(port)) })),
      checkLines(record, width),
    ),
    ...section(say('history.heading'), historyLines(record, width)),
    ...section(say('use.short'), [
      ...wrap(`${say('use.own')} ${ownText(record)}`, '    ', '  ', width),
      ...wrap(
        `${say('use.publish')} ${english().text(verdictAnswer(record))}`,
        '    ',
        '  ',
        width,
      ),
      ...otherReasons(verdict).flatMap((reason) => item(english().text(reasonLine(reason)), width)),
      ...betterLines(record, width),
    ]),
    ...section(say('sources.heading'), sourceLines(record, sources, security, width)),
    ...(site ? ['', new URL(`/${port}`, site).href] : []),
    '',
  ].join('\n');
}

const say = (id: MessageId) => english().text(said(id));

/** An author's sentence need not say the name; where it begins with it, once is enough. */
export function named(record: PortRecord): string {
  const answer = answerOf(record);
  const title = nameOf(record);
  return ownNames(record).length === 0 || answer.startsWith(title) ? answer : `${title}: ${answer}`;
}

const historyLines = (record: PortRecord, width: number): string[] =>
  historyOf(record).flatMap(({ line, when }) => {
    const text = 'authored' in line ? line.authored : english().text(line);
    return wrap(`${whenText(when)}: ${text}`, '    ', '  ', width);
  });

function whenText(when: When): string {
  if (when.precision === 'on') return when.date;
  const date = name(when.date);
  return when.precision === 'by'
    ? english().text(said('history.by', { date }))
    : english().text(said('history.between', { after: name(when.after), date }));
}

function betterLines({ verdict }: PortRecord, width: number): string[] {
  if (verdict.better.length === 0) return [];
  const ports = { names: verdict.better.map(String) };
  return wrap(english().text(said('use.better', { ports })), '  ', '  ', width);
}

/** The tables by their short names, as above; what an author read by its title. Each with its address. */
function sourceLines(
  record: PortRecord,
  sources: SourceIndex,
  security: readonly SecurityLine[],
  width: number,
): string[] {
  return citationsOf(record, sources, security).flatMap((citation) => {
    const { checked, date, id, opened, publisher, title, url } = citation;
    const shown = checked ? `${title}, ${publisher}` : (sources.get(id)?.short ?? title);
    const reading = opened
      ? english().text(said('sources.read', { date: name(checked ?? '') }))
      : say('sources.cited');
    const told = [shown, date, checked && reading].filter(Boolean).join(', ');
    return [...wrap(told, '    ', '  ', width), `    ${url}`];
  });
}

/** A transport that the registry has no row for has a status all the same. */
export function transportOf(record: PortRecord, transport: string): TransportRecord {
  const known = record.transports.find((entry) => entry.transport === transport);
  const status = record.range === 'dynamic' ? 'dynamic' : 'never-assigned';
  return known ?? { transport, status, services: [], unstated: false };
}

export function transportLine({ services, status, unstated }: TransportRecord): string {
  const words = say(STATUS_WORDS[status]);
  const what = services.length > 0 ? `${services.join(', ')} (${words})` : words;
  return unstated && status === 'assigned' ? `${what}; ${say('status.unstated')}` : what;
}

function section(title: string, lines: string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines] : [];
}
