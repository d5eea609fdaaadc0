/** nmap -oX and masscan -oX. Both write an element a line or many; neither breaks one over two. */
import { portNumber } from '../port-number.ts';
import type { OpenReader, ScanRow, ScanTransport } from '../row.ts';
import { listensBy } from './nmap.ts';

const TAG = /<(\/?)(nmaprun|host|address|port|state|service)\b([^<>]*)>/g;
const BEGINS = /^\s*<(\?xml|!DOCTYPE nmaprun|!--|\/?[a-z])/;

export const openXml: OpenReader = () => {
  let open = false;
  let host: string | undefined;
  let row: ScanRow | undefined;
  /** A banner of masscan's comes without a state. */
  const release = (): ScanRow[] => {
    const rows = row ? [{ ...row, listens: listensBy(row.state) }] : [];
    row = undefined;
    return rows;
  };
  return {
    read(text, line) {
      if (!BEGINS.test(text)) return undefined;
      const rows: ScanRow[] = [];
      let known = false;
      for (const [, slash, name, rest = ''] of text.matchAll(TAG)) {
        known = true;
        if (name === 'nmaprun') open = slash === '';
        else if (name === 'host') host = undefined;
        // The hardware's address stands beside the one that was scanned.
        else if (name === 'address' && attribute(rest, 'addrtype') !== 'mac')
          host = attribute(rest, 'addr');
        else if (name === 'port') {
          rows.push(...release());
          if (slash === '') row = portOf(rest, host, line);
        } else if (row && name === 'state') row.state = attribute(rest, 'state') ?? '';
        else if (row && name === 'service' && slash === '') row.process = serviceOf(rest);
      }
      return known || open || /^\s*<(\?xml|!)/.test(text) ? rows : undefined;
    },
    end: release,
  };
};

function portOf(attributes: string, host: string | undefined, line: number): ScanRow | undefined {
  const port = portNumber(attribute(attributes, 'portid'));
  const transport = attribute(attributes, 'protocol') ?? '';
  // nmap -sO scans protocols, and writes their numbers as ports of 'ip'.
  if (port === undefined || !/^(tcp|udp|sctp)$/.test(transport)) return undefined;
  return {
    port,
    transport: transport as ScanTransport,
    state: '',
    process: '',
    host,
    line,
    format: 'xml',
  };
}

const serviceOf = (attributes: string) =>
  ['name', 'product', 'version', 'extrainfo']
    .map((name) => attribute(attributes, name) ?? '')
    .filter((text) => text !== '')
    .join(' ');

function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = match?.[1] ?? match?.[2];
  return value?.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(\w+));/gi, entity);
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
