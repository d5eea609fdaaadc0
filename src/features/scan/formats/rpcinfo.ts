/** rpcinfo -p: '100003 4 tcp 2049 nfs', the number of a program, its version, and where it listens. */
import { portNumber } from '../port-number.ts';
import type { OpenReader, ScanTransport } from '../row.ts';

const HEADER = /^\s*program\s+vers\s+proto\s+port\b/;
const ROW = /^\s*\d{6,10}\s+\d{1,10}\s+(tcp|udp)6?\s+(\d{1,5})(?:\s+(\S+))?\s*$/;

export const openRpcinfo: OpenReader = () => ({
  read(text, line) {
    if (HEADER.test(text)) return [];
    const [, transport, digits, process = ''] = ROW.exec(text) ?? [];
    const port = portNumber(digits);
    if (!port) return undefined;
    const told = { port, transport: transport as ScanTransport, state: '', process };
    return [{ ...told, line, format: 'rpcinfo', listens: true }];
  },
});
