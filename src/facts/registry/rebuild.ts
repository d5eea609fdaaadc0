/** The tables that are made once from collected raw files: the registry's past, the printed lists, port lists. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { compareRows } from '../../base/port-range.ts';
import type {
  BrowserRow,
  ChangeRow,
  LabelRow,
  PersonRow,
  PrintedRow,
  ServiceRow,
} from '../schemas/registry.ts';
import { isPortRange } from '../schemas/registry.ts';
import { cleanText } from './clean.ts';
import { compareChanges, diffSnapshots, type Snapshot } from './diff.ts';
import { parseIana } from './parse-iana.ts';
import { type Sighting, tighten } from './tighten.ts';

export function rawRows<Row>(file: string): Row[] {
  return Papa.parse<Row>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

/** The list of 2005 has four columns; it becomes a snapshot like the others. */
function snapshotOf2005(file: string): ServiceRow[] {
  const empty = {
    assignee: '',
    registered: '',
    modified: '',
    reference: '',
    service_code: '',
    unauthorized_use: '',
    notes: '',
  };
  return rawRows<{ port: string; protocol: string; name: string; description: string }>(file)
    .map(({ port, protocol, name, description }) => ({
      ...empty,
      ports: port,
      transport: protocol,
      // Its comment sign stands where a name would: such a line names nothing.
      service: name === '#' ? '' : cleanText(name),
      description: cleanText(description),
    }))
    .filter(({ description, service }) => service !== '' || description !== '');
}

/** A past copy is what it was, with all the slips of its day: some had whole ranges twice. */
const pastRows = (text: string) => parseIana(text, undefined, Number.POSITIVE_INFINITY).rows;

/** Every copy of the registry in a folder, oldest first; the day stands at the front of the file's name. */
export function readSnapshots(dir: string): Snapshot[] {
  return readdirSync(dir)
    .filter((name) => /^\d{4}-\d\d-\d\d/.test(name))
    .sort()
    .map((name) => {
      const file = join(dir, name);
      const old = name.endsWith('.port-numbers.csv');
      return {
        date: name.slice(0, 10),
        rows: old ? snapshotOf2005(file) : pastRows(readFileSync(file, 'utf8')),
      };
    });
}

export function rebuildChanges(snapshots: Snapshot[], sightings: Sighting[]): ChangeRow[] {
  const [oldest, ...later] = snapshots;
  let before = oldest;
  const changes = later.flatMap((now) => {
    const found = before ? diffSnapshots(before, now) : [];
    const sure = before === oldest ? found.filter(couldBeSeen) : found;
    before = now;
    return sure;
  });
  return tighten(changes, sightings).sort(compareChanges);
}

/** The list of 2005 at hand left out the lines without a transport: that one appears later proves nothing. */
function couldBeSeen({ change, transport }: ChangeRow): boolean {
  return transport !== '' || change !== 'listed';
}

interface PrintedLine {
  port: string;
  protocol: string;
  keyword: string;
  description: string;
  rfc: string;
  date: string;
  era: string;
}

/** One row for each name that a port had in print, from the first RFC that gives it to the last. */
export function rebuildPrinted(lines: PrintedLine[]): PrintedRow[] {
  const rows = new Map<string, PrintedRow>();
  for (const line of lines.toSorted((a, b) => Number(a.rfc) - Number(b.rfc))) {
    const name = cleanText(line.keyword);
    const description = cleanText(line.description);
    const key = [
      line.port,
      line.protocol,
      name.toLowerCase(),
      description.toLowerCase(),
      line.era,
    ].join('\u0000');
    const known = rows.get(key);
    if (known) Object.assign(known, { last_rfc: line.rfc, last_date: line.date });
    else {
      const seen = {
        first_rfc: line.rfc,
        first_date: line.date,
        last_rfc: line.rfc,
        last_date: line.date,
      };
      rows.set(key, {
        ports: line.port,
        transport: line.protocol,
        name,
        description,
        ...seen,
        era: line.era,
      });
    }
  }
  return [...rows.values()].sort(
    (a, b) => compareRows(a, b) || Number(a.first_rfc) - Number(b.first_rfc),
  );
}

/** The transports that have the ports this site is about; AppleTalk's and others' are left out. */
const KNOWN = new Map([
  ['tcp', 'tcp'],
  ['tcp6', 'tcp'],
  ['udp', 'udp'],
  ['sctp', 'sctp'],
  ['dccp', 'dccp'],
]);

export function rebuildBook(lines: { port: string; protocol: string; name: string }[]): LabelRow[] {
  const rows = new Map<string, LabelRow>();
  for (const line of lines) {
    const transport = KNOWN.get(line.protocol);
    const name = cleanText(line.name);
    if (!transport || name === '' || !isPortRange(line.port)) continue;
    rows.set([line.port, transport, name].join('\u0000'), { ports: line.port, transport, name });
  }
  return [...rows.values()].sort((a, b) => compareRows(a, b) || (a.name < b.name ? -1 : 1));
}

export function rebuildPeople(
  lines: { id: string; name: string; organisation: string }[],
): PersonRow[] {
  return lines
    .map(({ id, name, organisation }) => ({ id, name: cleanText(organisation || name) }))
    .filter(({ name }) => name !== '')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The Fetch standard and Firefox's list are whole; the copies of Chromium's were old, so that a
 * port which the standard refuses and those copies lack is unknown, not open.
 */
export function rebuildBrowsers(
  fetchPorts: Set<number>,
  chromium: Set<number>,
  firefox: Set<number>,
): BrowserRow[] {
  const all = [...new Set([...fetchPorts, ...chromium, ...firefox])].sort((a, b) => a - b);
  return all.map((port) => ({
    port: String(port),
    fetch: fetchPorts.has(port) ? 'yes' : 'no',
    chromium: chromium.has(port) ? 'yes' : '',
    // Firefox refuses 0 before it looks at its list.
    firefox: firefox.has(port) || port === 0 ? 'yes' : 'no',
  }));
}
