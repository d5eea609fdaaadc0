/** A scan of many machines says the same port many times: here each stands once, with all that was said of it. */
import type { FarEnd, ScanFormat, ScanRow, ScanTransport } from './row.ts';

export interface FoundPort {
  port: number;
  to?: number | undefined;
  transport: ScanTransport;
  states: string[];
  processes: string[];
  /** The first few addresses; `count` tells how often the port was found. */
  hosts: string[];
  /** Where its connections lead, the first few. */
  farEnds: FarEnd[];
  formats: ScanFormat[];
  /** The first line that tells of it. */
  line: number;
  count: number;
  listens: boolean | undefined;
}

/** More than this of a kind are too many to read in a cell. */
const MOST = 6;

export interface PortGroups {
  add(row: ScanRow): void;
  ports(): FoundPort[];
}

export function portGroups(): PortGroups {
  const groups = new Map<string, FoundPort>();
  return {
    add(row) {
      const key = `${row.port}-${row.to ?? ''}/${row.transport}`;
      const group = groups.get(key);
      if (group) join(group, row);
      else groups.set(key, begin(row));
    },
    ports: () => [...groups.values()].sort(inOrder),
  };
}

export function foundPorts(rows: Iterable<ScanRow>): FoundPort[] {
  const groups = portGroups();
  for (const row of rows) groups.add(row);
  return groups.ports();
}

function begin({ far, format, host, line, listens, port, process, state, to, transport }: ScanRow) {
  return {
    port,
    to,
    transport,
    states: state === '' ? [] : [state],
    processes: process === '' ? [] : [process],
    hosts: host ? [host] : [],
    farEnds: far ? [far] : [],
    formats: [format],
    line,
    count: 1,
    listens,
  };
}

function join(group: FoundPort, row: ScanRow): void {
  const { far, format, host, line, listens, process, state } = row;
  if (!isToldAgain(group, { format, host })) group.count++;
  group.line = Math.min(group.line, line);
  note(group.states, state);
  note(group.processes, process);
  note(group.hosts, host ?? '');
  note(group.formats, format);
  if (far && group.farEnds.length < MOST && !group.farEnds.some((end) => isSame(end, far)))
    group.farEnds.push(far);
  // One listener is enough; one that may be outweighs those that are none.
  if (listens === true || group.listens === false) group.listens = listens;
}

/** RustScan names a port, then has nmap look at it: that is one port of one machine. */
function isToldAgain(
  group: FoundPort,
  { format, host }: Pick<ScanRow, 'format' | 'host'>,
): boolean {
  const other = format === 'nmap' ? 'rustscan' : format === 'rustscan' ? 'nmap' : undefined;
  if (!other || !group.formats.includes(other)) return false;
  return host === undefined || group.hosts.includes(host);
}

const isSame = (one: FarEnd, other: FarEnd) => one.host === other.host && one.port === other.port;

function note<T extends string>(list: T[], text: T): void {
  if (text !== '' && list.length < MOST && !list.includes(text)) list.push(text);
}

const TRANSPORTS: readonly ScanTransport[] = ['tcp', 'udp', 'sctp', 'dccp', ''];

export const inOrder = (a: FoundPort, b: FoundPort) =>
  a.port - b.port ||
  (a.to ?? a.port) - (b.to ?? b.port) ||
  TRANSPORTS.indexOf(a.transport) - TRANSPORTS.indexOf(b.transport);
