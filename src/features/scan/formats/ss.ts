/** ss: 'LISTEN 0 128 0.0.0.0:22 0.0.0.0:* users:(("sshd",pid=600,fd=3))', with or without Netid and State. */
import { ends, farEnd, isBoundOnly, isNobody } from '../address.ts';
import { portNamed } from '../port-number.ts';
import type { OpenReader, ScanRow, ScanTransport } from '../row.ts';

const TRANSPORTS = new Map<string, ScanTransport>([
  ['tcp', 'tcp'],
  ['mptcp', 'tcp'],
  ['udp', 'udp'],
  ['udplite', 'udp'],
  ['sctp', 'sctp'],
  ['dccp', 'dccp'],
]);
/** Sockets that have no port, though some show a number in its place. */
const PORTLESS =
  /^(u_(str|dgr|seq)|nl|p_(raw|dgr)|raw|icmp6?|v_(str|dgr)|ti_\w+|xdp|tipc|unix|\?\?\?)$/;

const STATES = new Set([
  ...['LISTEN', 'UNCONN', 'ESTAB', 'SYN-SENT', 'SYN-RECV', 'FIN-WAIT-1', 'FIN-WAIT-2'],
  ...['TIME-WAIT', 'CLOSE-WAIT', 'LAST-ACK', 'CLOSING', 'CLOSED', 'UNKNOWN', 'BOUND-INACTIVE'],
]);

/** The transport that a state tells: only a UDP socket is UNCONN, and either may be ESTAB. */
function telling(state: string): ScanTransport | undefined {
  if (state === 'UNCONN') return 'udp';
  return state === '' || state === 'ESTAB' || state === 'UNKNOWN' ? undefined : 'tcp';
}

const isCount = (text: string | undefined) => text !== undefined && /^\d+$/.test(text);
const hasPort = (text: string | undefined) => text?.includes(':') === true;

/** So many rows wait for their transport to be told; a longer table is taken for TCP's. */
const MOST_HELD = 2000;

export const openSs: OpenReader = (resolve) => {
  /** Whether the last header promised a transport in each row, and no state. */
  let stateless = false;
  /** A table without Netid is of one transport, which only some states tell: UDP never listens. */
  let unnamed: ScanTransport | undefined;
  let held: ScanRow[] = [];

  const settle = (transport: ScanTransport): ScanRow[] => {
    const rows = held.map((row) => ({ ...row, transport }));
    unnamed = transport;
    held = [];
    return rows;
  };
  const begin = (fields: readonly string[]): ScanRow[] => {
    const rows = settle('tcp');
    stateless = fields[0] === 'Netid' && !fields.includes('State');
    unnamed = undefined;
    return rows;
  };

  return {
    read(text, line) {
      const fields = text.trim().split(/\s+/);
      if (isHeader(fields)) return begin(fields);
      // The header of netstat, whose rows would look like those of a table without states.
      if (fields[0] === 'Proto') stateless = false;
      const [first = ''] = fields;
      let at = 0;
      let named: ScanTransport | undefined;
      if (PORTLESS.test(first) && (STATES.has(fields[1] ?? '') || isCount(fields[2]))) return [];
      if (stateless || STATES.has(fields[1] ?? '')) {
        named = TRANSPORTS.get(first);
        if (named) at++;
      }
      let state = '';
      if (STATES.has(fields[at] ?? '')) state = fields[at++] ?? '';
      const [local, peer] = [fields[at + 2], fields[at + 3]];
      if (!isCount(fields[at]) || !isCount(fields[at + 1])) return undefined;
      if (local === undefined || !hasPort(local) || !hasPort(peer)) return undefined;

      const sure = named === undefined ? telling(state) : undefined;
      const told = sure === undefined ? [] : settle(sure);
      const transport = named ?? unnamed ?? 'tcp';
      const end = ends(local, ':');
      const port = end && portNamed(end.port, transport, resolve);
      if (!end || port === undefined) return told;
      const row: ScanRow = {
        port,
        transport,
        state,
        process: usersOf(text),
        host: end.host,
        far: farEnd(peer, ':'),
        line,
        format: 'ss',
        listens:
          state === 'LISTEN' ||
          ((state === 'UNCONN' || state === '') && isNobody(peer)) ||
          isBoundOnly(transport, local, peer),
      };
      if (named !== undefined || unnamed !== undefined) return [...told, row];
      held.push(row);
      return held.length < MOST_HELD ? [] : settle('tcp');
    },
    end: () => settle('tcp'),
  };
};

const isHeader = (fields: readonly string[]) =>
  fields.includes('Recv-Q') && fields.includes('Send-Q') && fields.includes('Peer');

/** 'users:(("nginx",pid=10,fd=6),("nginx",pid=9,fd=6))' names nginx once. */
function usersOf(text: string): string {
  const at = text.indexOf('users:((');
  if (at < 0) return '';
  const names = [...text.slice(at).matchAll(/\("([^"]*)",/g)].map(([, name = '']) => name);
  return [...new Set(names)].join(', ');
}
