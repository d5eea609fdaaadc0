/**
 * docker ps, docker compose ps, docker port and podman ps: '0.0.0.0:8080->80/tcp, [::]:8080->80/tcp, 443/tcp'.
 * What a container publishes is a port of this machine; what it merely exposes is marked so.
 */
import { portNumber, portsOf } from '../port-number.ts';
import type { OpenReader, ScanRow, ScanTransport } from '../row.ts';

const ENTRY = /^(?:(\S*):)?(\d{1,5})(?:-(\d{1,5}))?(?:->(\d{1,5})(?:-\d{1,5})?)?\/(tcp|udp|sctp)$/;
const PUBLISHED = /\d->\d{1,5}(?:-\d{1,5})?\/(?:tcp|udp|sctp)\b/;
const CONTAINER = /^[0-9a-f]{12,64}\s{2,}\S/;
const HEADER = /^(?:CONTAINER ID\b|NAMES?\b).*\b(?:PORTS|IMAGE)\b/;
/** docker port: '80/tcp -> 0.0.0.0:8080'. */
const ONE = /^\d{1,5}\/(tcp|udp|sctp) -> (\S*):(\d{1,5})$/;

export const openDocker: OpenReader = () => {
  let columns: Columns = new Map();
  return {
    read(text, line) {
      if (HEADER.test(text) && !text.includes('PORT(S)')) {
        columns = columnsOf(text);
        return [];
      }
      const one = ONE.exec(text.trim());
      if (one) {
        const [, transport = '', host, digits] = one;
        const port = portNumber(digits);
        if (port === undefined) return [];
        return [row({ port }, transport, 'published', '', host, line)];
      }
      const json = text.startsWith('{') ? fromJson(text) : undefined;
      if (!json && !PUBLISHED.test(text) && !CONTAINER.test(text)) return undefined;
      const { ports, process } = json ?? fromCells(text, columns);
      return ports.flatMap((entry) => entryRows(entry, process, line));
    },
  };
};

interface Told {
  ports: string[];
  process: string;
}

/** docker ps --format json, which writes the arrow's head as an escape. */
function fromJson(text: string): Told | undefined {
  if (!text.includes('"Ports":"')) return undefined;
  try {
    const { Image, Names, Ports } = JSON.parse(text);
    return {
      ports: split(String(Ports)),
      process: called(String(Names ?? ''), String(Image ?? '')),
    };
  } catch {
    return undefined;
  }
}

/** The one cell that holds ports and nothing else; without a table, whatever looks like one. */
function fromCells(text: string, columns: Columns): Told {
  const cells = text.trim().split(/\s{2,}|\t/);
  const cell = cells.find((part) => split(part).every((entry) => ENTRY.test(entry)));
  const ports =
    cell === undefined ? text.split(/[\s,]+/).filter((entry) => ENTRY.test(entry)) : split(cell);
  const at = (name: string) => {
    const column = columns.get(name);
    return column ? text.slice(column.from, column.to).trim() : undefined;
  };
  const bare = CONTAINER.test(text);
  const image = at('IMAGE') ?? (bare ? cells[1] : undefined);
  const name = at('NAMES') ?? at('NAME') ?? (bare ? cells.at(-1) : undefined);
  return { ports, process: called(name ?? '', image ?? '') };
}

const split = (cell: string) => cell.split(/,\s*/);
const called = (name: string, image: string) =>
  name && image ? `${name} (${image})` : name || image;

/** Where the cells of each column begin and end. */
type Columns = ReadonlyMap<string, { from: number; to: number }>;

function columnsOf(header: string): Columns {
  const names = [...header.matchAll(/\S+(?: \S+)*/g)];
  return new Map(
    names.map(({ 0: name, index: from }, at) => [
      name,
      { from, to: names[at + 1]?.index ?? Number.POSITIVE_INFINITY },
    ]),
  );
}

function entryRows(entry: string, process: string, line: number): ScanRow[] {
  const match = ENTRY.exec(entry);
  if (!match) return [];
  const [, host, first, last, inside, transport = ''] = match;
  const low = portNumber(first);
  const high = portNumber(last) ?? low;
  if (low === undefined || high === undefined) return [];
  const state = inside === undefined ? 'exposed' : 'published';
  const bare = host?.replace(/^\[(.*)\]$/, '$1');
  return [row(portsOf(low, high), transport, state, process, bare, line)];
}

function row(
  ports: { port: number; to?: number | undefined },
  transport: string,
  state: 'published' | 'exposed',
  process: string,
  host: string | undefined,
  line: number,
): ScanRow {
  return {
    ...ports,
    transport: transport as ScanTransport,
    state,
    process,
    host,
    line,
    format: 'docker',
    listens: state === 'published',
  };
}
