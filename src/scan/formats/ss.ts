/** ss: 'LISTEN 0 128 0.0.0.0:22 0.0.0.0:* users:(("sshd",pid=600,fd=3))', with or without Netid and State. */
import { ends, isNobody } from '../address.ts';
import { portNamed } from '../port-number.ts';
import type { OpenReader, ScanTransport } from '../row.ts';

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

const isCount = (text: string | undefined) => text !== undefined && /^\d+$/.test(text);
const hasPort = (text: string | undefined) => text?.includes(':') === true;

export const openSs: OpenReader = (resolve) => {
  /** What the last header promised of its table. */
  let netid = false;
  /** A table without Netid is of one transport: UNCONN tells that it is UDP's. */
  let unnamed: ScanTransport = 'tcp';

  return {
    read(text, line) {
      const fields = text.trim().split(/\s+/);
      if (isHeader(fields)) {
        netid = fields[0] === 'Netid';
        unnamed = 'tcp';
        return [];
      }
      const [first = ''] = fields;
      let at = 0;
      let named: ScanTransport | undefined;
      if (PORTLESS.test(first) && (STATES.has(fields[1] ?? '') || isCount(fields[2]))) return [];
      if (netid || STATES.has(fields[1] ?? '')) {
        named = TRANSPORTS.get(first);
        if (named) at++;
      }
      let state = '';
      if (STATES.has(fields[at] ?? '')) state = fields[at++] ?? '';
      const [local, peer] = [fields[at + 2], fields[at + 3]];
      if (!isCount(fields[at]) || !isCount(fields[at + 1])) return undefined;
      if (local === undefined || !hasPort(local) || !hasPort(peer)) return undefined;
      if (state === 'UNCONN' && named === undefined) unnamed = 'udp';
      if (state === 'LISTEN' && named === undefined) unnamed = 'tcp';
      const transport = named ?? unnamed;
      const end = ends(local, ':');
      const port = end && portNamed(end.port, transport, resolve);
      if (!end || port === undefined) return [];
      return [
        {
          port,
          transport,
          state,
          process: usersOf(text),
          host: end.host,
          line,
          format: 'ss',
          listens: state === 'LISTEN' || ((state === 'UNCONN' || state === '') && isNobody(peer)),
        },
      ];
    },
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
