/** nmap -oG and masscan -oG: a host a line, 'Host: 127.0.0.1 () Ports: 22/open/tcp//ssh///, …'. */
import { portNumber } from '../port-number.ts';
import type { OpenReader, ScanTransport } from '../row.ts';
import { listensBy } from './nmap.ts';

const HOST = /^(?:Timestamp: \d+\s+)?Host: (\S+) \([^()]*\)/;
/** port/state/transport/owner/service/rpc/version/; masscan leaves the last fields out. */
const PORT =
  /(?<![^\s,])(\d{1,5})\/([a-z]+(?:\|[a-z]+)?)\/(tcp|udp|sctp)\/[^/]*\/([^/]*)\/(?:[^/]*\/([^/]*)\/)?/g;

export const openGreppable: OpenReader = () => ({
  read(text, line) {
    const host = HOST.exec(text)?.[1];
    if (host === undefined) return undefined;
    const at = text.indexOf('Ports: ');
    if (at < 0) return [];
    return [...text.slice(at).matchAll(PORT)].flatMap((match) => {
      const [, digits, state = '', transport, service = '', version = ''] = match;
      const port = portNumber(digits);
      if (port === undefined) return [];
      return [
        {
          port,
          transport: transport as ScanTransport,
          state,
          process: `${service} ${version}`.trim(),
          host,
          line,
          format: 'nmap-greppable',
          listens: listensBy(state),
        },
      ];
    });
  },
});
