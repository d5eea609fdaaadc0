/** masscan as it prints ('Discovered open port 80/tcp on 10.0.0.1', which nmap -v says too) and as -oL lists. */
import { portNumber } from '../port-number.ts';
import type { OpenReader, ScanTransport } from '../row.ts';

const DISCOVERED = /^Discovered (open|closed) port (\d{1,5})\/(tcp|udp|sctp) on (\S+)/;
/** open tcp 80 10.0.0.1 1700000000; a banner says what the port has already been listed for. */
const LISTED = /^(open|closed|banner) (tcp|udp|sctp) (\d{1,5}) (\S+) \d+(?: (\S+))?/;

export const openMasscan: OpenReader = () => ({
  read(text, line) {
    const said = DISCOVERED.exec(text);
    const listed = said ? undefined : LISTED.exec(text);
    if (!said && !listed) return /^(#masscan|Banner on port )/.test(text) ? [] : undefined;
    const [state = '', transport, digits, host, service = ''] = said
      ? [said[1], said[3], said[2], said[4]]
      : (listed?.slice(1) ?? []);
    const port = portNumber(digits);
    if (port === undefined) return [];
    return [
      {
        port,
        transport: transport as ScanTransport,
        state: state === 'banner' ? 'open' : state,
        process: state === 'banner' ? service : '',
        host,
        line,
        format: 'masscan',
        listens: state !== 'closed',
      },
    ];
  },
});
