/** A port in one line: an entry of /ports.json, a row of /ports.csv. */
import Papa from 'papaparse';
import { spreadsheetText } from '../../base/spreadsheet-text.ts';
import type { PortRecord } from '../../facts/atlas/record.ts';
import type { PortLine } from '../../facts/schemas/bulk-json.ts';
import { answerOf, nameOf } from '../../words/port/in-english.ts';

export function portLine(record: PortRecord): PortLine {
  const { labels, page, port, status, transports, verdict } = record;
  const named = Map.groupBy(
    labels.filter(({ wide }) => !wide),
    ({ source }) => source,
  );
  return {
    port,
    name: nameOf(record),
    answer: answerOf(record),
    status,
    transports: Object.fromEntries(
      transports.map(({ services, status: own, transport }) => [
        transport,
        { status: own, services },
      ]),
    ),
    labels: Object.fromEntries(
      [...named].map(([source, group]) => [source, group.map(({ name }) => name)]),
    ),
    verdict: verdict.level,
    own: verdict.own,
    ...(page ? { exposure: page.security.exposure } : {}),
  };
}

export const CSV_COLUMNS = {
  port: 'the number',
  name: 'what to call the port',
  status: 'the strongest of the statuses of its transports',
  tcp: 'the status for TCP',
  tcp_services: 'the names registered for TCP, with a space between two',
  udp: 'the status for UDP',
  udp_services: 'the names registered for UDP',
  other: 'other transports with a status of their own: sctp=assigned:ssh',
  labels: 'what port lists call it: debian=ssh; ufw=OpenSSH, SSH',
  verdict: 'whether to make it the default of a program that you publish: good, care or avoid',
  exposure: 'what an author found about exposing it; empty where the port has no authored page',
  answer: 'what it is, in a sentence',
  own: 'whether to use it on your own machine or network: good, care or avoid',
} as const;
type Row = Record<keyof typeof CSV_COLUMNS, string | number>;

/** Rows end as `grep` and `awk` expect it; readers of CSV take either end. */
export function portsCsv(lines: readonly PortLine[]): string {
  const columns = Object.keys(CSV_COLUMNS);
  return `${Papa.unparse(lines.map(safeRowOf), { columns, newline: '\n' })}\n`;
}

/** The names are the registry's and other lists', which may say anything. */
function safeRowOf(line: PortLine) {
  const cells = Object.entries(rowOf(line)).map(([name, cell]) => [
    name,
    typeof cell === 'string' ? spreadsheetText(cell) : cell,
  ]);
  return Object.fromEntries(cells);
}

function rowOf(line: PortLine) {
  const { answer, exposure, labels, name, own, port, status, transports, verdict } = line;
  const { tcp, udp, ...others } = transports;
  return {
    port,
    name,
    status,
    tcp: tcp?.status ?? '',
    tcp_services: tcp?.services.join(' ') ?? '',
    udp: udp?.status ?? '',
    udp_services: udp?.services.join(' ') ?? '',
    other: Object.entries(others)
      .map(([transport, entry]) => `${transport}=${[entry.status, ...entry.services].join(':')}`)
      .join('; '),
    labels: Object.entries(labels)
      .map(([source, names]) => `${source}=${names.join(', ')}`)
      .join('; '),
    verdict,
    exposure: exposure ?? '',
    answer,
    own,
  } satisfies Row;
}
