/**
 * tcpdump: 'dock0 In  IP 10.0.0.9.50022 > 10.0.0.7.22: Flags [S], …'. A packet has two ports. Of
 * those that come in, the one they are sent to counts, and of those that go out, the one they come
 * from. Where the direction is not told, the lower one is taken for the server's.
 */
import { ends, FIRST_CLIENT_PORT } from '../address.ts';
import { portNamed } from '../port-number.ts';
import type { FarEnd, OpenReader, Resolve, ScanTransport } from '../row.ts';

const PACKET =
  /^(?:[\d:.-]{1,20} ){0,2}(?:\S{1,16}\s{1,4}(In|Out|B|M|P)\s{1,4})?IP6? (\S+) > (\S+): (.*)$/;

export const openTcpdump: OpenReader = (resolve) => ({
  read(text, line) {
    const [whole, direction, from = '', to = '', rest = ''] = PACKET.exec(text) ?? [];
    if (whole === undefined) return undefined;
    const transport: ScanTransport = rest.startsWith('Flags [') ? 'tcp' : 'udp';
    const [source, target] = [endOf(from, transport, resolve), endOf(to, transport, resolve)];
    if (!source || !target) return [];
    const outgoing = direction ? direction === 'Out' : source.port < target.port;
    const [near, far] = outgoing ? [source, target] : [target, source];
    // The far end of a client's packet is what it talks to; that of a server's is any port.
    const isClient = near.port >= FIRST_CLIENT_PORT && far.port < FIRST_CLIENT_PORT;
    const told = { ...near, transport, state: '', process: '', line, format: 'tcpdump' } as const;
    return [{ ...told, far: isClient ? far : undefined, listens: isClient ? false : undefined }];
  },
});

function endOf(text: string, transport: ScanTransport, resolve: Resolve): FarEnd | undefined {
  const end = ends(text, '.');
  const port = end && portNamed(end.port, transport, resolve);
  return end && port !== undefined ? { host: end.host, port } : undefined;
}
