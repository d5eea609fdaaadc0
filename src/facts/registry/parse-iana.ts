/** IANA's CSV, as IANA publishes it, to the rows of our own table. Knows its oddities, and nothing else does. */

import { ImportError } from '../../base/input-error.ts';
import { compareRows, parseSpan, spanText } from '../../base/port-range.ts';
import { FIRST_DYNAMIC_PORT, PORT_COUNT } from '../../base/ranges.ts';
import type { ServiceRow } from '../schemas/registry.ts';
import { cleanDate, cleanPorts, cleanText } from './clean.ts';
import { type CsvLine, parseCsv } from './csv.ts';
import { rowKind } from './row-kind.ts';

/** The columns we keep, under the names IANA gives them; the second name is the one used until 2018. */
const COLUMNS = {
  service: ['Service Name'],
  ports: ['Port Number'],
  transport: ['Transport Protocol'],
  description: ['Description'],
  assignee: ['Assignee'],
  registered: ['Registration Date'],
  modified: ['Modification Date'],
  reference: ['Reference'],
  service_code: ['Service Code'],
  unauthorized_use: ['Unauthorized Use Reported', 'Known Unauthorized Uses'],
  notes: ['Assignment Notes'],
} as const;

type Column = keyof typeof COLUMNS;

export interface ParsedRegistry {
  rows: ServiceRow[];
  /** What was passed over on purpose, in words. */
  notices: string[];
}

/** The registry lists every port up to here; a file that ends before it was cut short. */
const LAST_LISTED_PORT = FIRST_DYNAMIC_PORT - 1;

/** @param latest no date in it can be later than this day */
export function parseIana(text: string, latest?: string, mostSlips = MOST_SLIPS): ParsedRegistry {
  refuseOtherFormats(text);
  const [header, ...lines] = parseCsv(text.replace(/^\ufeff/, ''));
  if (!header)
    throw new ImportError('the file is empty; it should be the CSV of IANA’s port registry');
  const at = columnIndexes(header);
  const found = new Map<string, { row: ServiceRow; line: number }>();
  const notices: string[] = [];
  for (const csvLine of lines) {
    if (csvLine.cells.length !== header.cells.length) {
      throw new ImportError(
        `the row has ${csvLine.cells.length} fields instead of ${header.cells.length}; is the file cut short?`,
        { line: csvLine.line },
      );
    }
    const row = readRow(csvLine, at);
    if (!row) continue;
    refuseImplausible(row, csvLine.line, latest);
    const key = [row.ports, row.transport, row.service, row.description].join('\u0000');
    const twin = found.get(key);
    if (!twin) found.set(key, { row, line: csvLine.line });
    else if (Object.values(row).join('\u0000') === Object.values(twin.row).join('\u0000')) {
      notices.push(
        `line ${csvLine.line} repeats line ${twin.line}: ${row.ports} ${row.transport} ${row.service}`,
      );
    } else {
      throw new ImportError(
        `${row.ports}/${row.transport || 'any'} '${row.service || row.description}' stands on ` +
          `line ${twin.line} too, with other facts; keep one`,
        { line: csvLine.line },
      );
    }
  }
  refuseContradictions([...found.values()]);
  refuseCrowds([...found.values()], mostSlips);
  const rows = [...found.values()].map(({ row }) => row).sort(compareRows);
  return { rows, notices: [...notices, ...gaps(rows)] };
}

function refuseOtherFormats(text: string): void {
  if (/^\s*(<!doctype|<html|<\?xml|<head|<body)/i.test(text)) {
    throw new ImportError(
      'this is a web page or XML, not CSV; take the file whose name ends in .csv',
      { line: 1 },
    );
  }
}

function columnIndexes(header: CsvLine): Record<Column, number> {
  const names = header.cells.map((cell) => cell.trim());
  const at = {} as Record<Column, number>;
  for (const [column, accepted] of Object.entries(COLUMNS) as [Column, readonly string[]][]) {
    const index = names.findIndex((name) => accepted.includes(name));
    if (index < 0) {
      throw new ImportError(
        `the column is missing; the first line must name it, as IANA’s file does`,
        {
          line: header.line,
          field: accepted[0] ?? column,
        },
      );
    }
    at[column] = index;
  }
  return at;
}

/** As the registry names them; nothing where a row is of all of them. */
const TRANSPORTS = ['', 'tcp', 'udp', 'sctp', 'dccp'];

/** Ports of one service: the widest range today has 64, the X Window System's. */
const WIDEST_SERVICE = 1024;

/** The registry's first date is of 1992; its forerunners are of the 1970s. */
const FIRST_DATE = '1970';

function refuseImplausible(row: ServiceRow, line: number, latest: string | undefined): void {
  const { high, low } = parseSpan(row.ports);
  if (rowKind(row) !== 'unassigned' && high - low >= WIDEST_SERVICE) {
    throw new ImportError(
      `${row.ports} is one row for ${high - low + 1} ports; no service has more than ${WIDEST_SERVICE}`,
      { line, field: 'Port Number' },
    );
  }
  for (const [field, date] of [
    ['Registration Date', row.registered],
    ['Modification Date', row.modified],
  ] as const) {
    if (date === '') continue;
    if (date < FIRST_DATE || (latest !== undefined && date > latest)) {
      throw new ImportError(`${date} cannot be the date of an entry`, { line, field });
    }
  }
}

/** Rows of one port and transport: today there are three at most. */
const MOST_ROWS = 100;
/** The registry's own slips: two of today's ports stand in an unassigned range too. */
const MOST_SLIPS = 20;

/** Rows that only make work, or that say of assigned ports that they are not. */
function refuseCrowds(lines: { row: ServiceRow; line: number }[], mostSlips: number): void {
  const rowsOf = new Uint16Array(PORT_COUNT);
  const named = new Uint32Array(PORT_COUNT);
  const bitOf = transportBits();
  for (const { line, row } of lines) {
    if (rowKind(row) === 'unassigned') continue;
    for (const port of portsIn(row)) {
      const rows = (rowsOf[port] ?? 0) + 1;
      rowsOf[port] = rows;
      named[port] = (named[port] ?? 0) | bitOf(row.transport, line);
      if (rows > MOST_ROWS) {
        throw new ImportError(`port ${port} has more than ${MOST_ROWS} rows`, { line });
      }
    }
  }
  const free = new Uint32Array(PORT_COUNT);
  let slips = 0;
  for (const { line, row } of lines) {
    if (rowKind(row) !== 'unassigned') continue;
    const own = bitOf(row.transport, line);
    // A row without a transport speaks of all of them.
    const same = row.transport === '' ? EVERY_BIT : own | bitOf('', line);
    for (const port of portsIn(row)) {
      const others = ((named[port] ?? 0) & same) | ((free[port] ?? 0) & own);
      if (others !== 0) slips++;
      free[port] = (free[port] ?? 0) | own;
      if (slips > mostSlips) {
        throw new ImportError(
          `${row.ports} is unassigned here, and other rows speak of the same ports`,
          { line, field: 'Port Number' },
        );
      }
    }
  }
}

const MOST_TRANSPORTS = 31;
const EVERY_BIT = -1;

/** A set of transports as a number: with sets of text, 65,536 ports take twenty times as long. */
function transportBits(): (transport: string, line: number) => number {
  const bits = new Map<string, number>();
  return (transport, line) => {
    const bit = bits.get(transport) ?? 1 << bits.size;
    if (!bits.has(transport) && bits.size === MOST_TRANSPORTS) {
      throw new ImportError(`more than ${MOST_TRANSPORTS} transports are named`, { line });
    }
    bits.set(transport, bit);
    return bit;
  };
}

function* portsIn({ ports }: ServiceRow): Generator<number> {
  const { high, low } = parseSpan(ports);
  for (let port = low; port <= high; port++) yield port;
}

/** No cell of the registry has more than 1,400 characters. */
const LONGEST_CELL = 20_000;

/** Nothing for a service that has a name and no port. */
function readRow({ cells, line }: CsvLine, at: Record<Column, number>): ServiceRow | undefined {
  const cell = (column: Column) => cells[at[column]] ?? '';
  const long = (Object.keys(COLUMNS) as Column[]).find(
    (column) => cell(column).length > LONGEST_CELL,
  );
  if (long) {
    throw new ImportError(
      `the cell has ${cell(long).length} characters, more than ${LONGEST_CELL}`,
      {
        line,
        field: COLUMNS[long][0],
      },
    );
  }
  if (cell('ports').trim() === '') return undefined;
  const transport = cell('transport').trim().toLowerCase();
  if (!TRANSPORTS.includes(transport)) {
    throw new ImportError(
      `'${transport.slice(0, 40)}' is no transport; write tcp, udp, sctp, dccp or nothing`,
      {
        line,
        field: 'Transport Protocol',
      },
    );
  }
  return {
    ports: cleanPorts(cell('ports'), line),
    transport,
    service: cleanText(cell('service')),
    description: cleanText(cell('description')),
    assignee: cleanText(cell('assignee')),
    registered: cleanDate(cell('registered'), line, 'Registration Date'),
    modified: cleanDate(cell('modified'), line, 'Modification Date'),
    reference: cleanText(cell('reference')),
    service_code: cleanText(cell('service_code')),
    unauthorized_use: cleanText(cell('unauthorized_use')),
    notes: cleanText(cell('notes')),
  };
}

/** One row says that the ports are nobody’s, another that they are reserved or a service’s: one of them is wrong. */
function refuseContradictions(lines: { row: ServiceRow; line: number }[]): void {
  const first = new Map<string, { row: ServiceRow; line: number }>();
  for (const entry of lines) {
    const key = `${entry.row.ports}/${entry.row.transport}`;
    const earlier = first.get(key);
    if (!earlier) first.set(key, entry);
    else if (rowKind(earlier.row) !== rowKind(entry.row)) {
      const says = ({ row }: typeof entry) => `'${row.service || row.description}'`;
      throw new ImportError(
        `${key} is ${says(entry)} here and ${says(earlier)} on line ${earlier.line}; only one can be right`,
        { line: entry.line, field: 'Service Name' },
      );
    }
  }
}

/** A cut file ends early; a single number that no row covers is the registry's own slip, and worth a word. */
function gaps(rows: ServiceRow[]): string[] {
  const missing: string[] = [];
  let next = 0;
  for (const row of rows) {
    const { low, high } = parseSpan(row.ports);
    if (low > next) missing.push(`no row covers ${spanText({ low: next, high: low - 1 })}`);
    next = Math.max(next, high + 1);
  }
  if (next <= LAST_LISTED_PORT) {
    throw new ImportError(
      `no row covers port ${next} or any above it, and the registry lists every port up to ` +
        `${LAST_LISTED_PORT}; is the file cut short?`,
      { field: 'Port Number' },
    );
  }
  return missing;
}
