/** What lsof calls the name of a socket: '*:22', '[::1]:631', '127.0.0.1:22->127.0.0.1:5000'. */
import { ends, farEnd } from '../address.ts';
import { portNamed } from '../port-number.ts';
import type { Resolve, ScanRow, ScanTransport } from '../row.ts';

export const TRANSPORTS = new Map<string, ScanTransport>([
  ['TCP', 'tcp'],
  ['UDP', 'udp'],
  ['SCTP', 'sctp'],
]);

export interface LsofSocket {
  name: string;
  transport: ScanTransport;
  state: string;
  process: string;
  line: number;
}

export function lsofRow({ name, ...socket }: LsofSocket, resolve: Resolve): ScanRow[] {
  const [local = '', peer] = name.split('->');
  // '*:sunrpc[portmapper]' where +M was given.
  const end = ends(local.replace(/\[[a-z][\w-]*\]$/, ''), ':');
  const port = end && portNamed(end.port, socket.transport, resolve);
  if (!end || port === undefined) return [];
  const listens = socket.state === 'LISTEN' || (socket.transport === 'udp' && peer === undefined);
  return [{ ...socket, port, host: end.host, far: farEnd(peer, ':'), format: 'lsof', listens }];
}
