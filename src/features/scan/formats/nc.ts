/** nc -vz: 'Connection to 10.0.0.7 22 port [tcp/ssh] succeeded!' and why another one failed. */
import { portNumber } from '../port-number.ts';
import type { OpenReader, ScanTransport } from '../row.ts';

const REACHED =
  /^Connection to (\S+)(?: \([^)]*\))? (\d{1,5}) port \[(tcp|udp)\/\S*\] (succeeded)!/;
const FAILED = /^nc: connect to (\S+)(?: \([^)]*\))? port (\d{1,5}) \((tcp|udp)\) failed: (.+)$/;

/** What nc says to a closed port; where no answer came, the port may be filtered. */
const REFUSED = 'Connection refused';

export const openNc: OpenReader = () => ({
  read(text, line) {
    const [, host, digits, transport, state = ''] = REACHED.exec(text) ?? FAILED.exec(text) ?? [];
    const port = portNumber(digits);
    if (!port) return undefined;
    const listens = state === 'succeeded' ? true : state === REFUSED ? false : undefined;
    const told = { port, host, state, listens, transport: transport as ScanTransport };
    return [{ ...told, process: '', line, format: 'nc' }];
  },
});
