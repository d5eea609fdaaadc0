/** RustScan: 'Open 10.0.0.7:22' while it looks, before it hands what it found to nmap. */
import { ends } from '../address.ts';
import { portNumber } from '../port-number.ts';
import type { OpenReader } from '../row.ts';

const OPEN = /^Open (\S{1,64}:\d{1,5})$/;

export const openRustscan: OpenReader = () => ({
  read(text, line) {
    const end = ends(OPEN.exec(text)?.[1] ?? '', ':');
    const port = end && portNumber(end.port);
    if (!end || port === undefined) return undefined;
    const { host } = end;
    // RustScan scans TCP unless --udp is set; this line does not say which.
    const told = { port, transport: 'tcp', state: 'open', process: '', host } as const;
    return [{ ...told, line, format: 'rustscan', listens: true }];
  },
});
