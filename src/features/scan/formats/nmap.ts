/** nmap's own report: 'Nmap scan report for …', then '22/tcp open ssh OpenSSH 9.2' under a header. */
import { anyOf } from '../../../base/patterns.ts';
import { portNumber } from '../port-number.ts';
import type { OpenReader, ScanTransport } from '../row.ts';

const PORT =
  /^(\d{1,5})\/(tcp|udp|sctp)\s+((?:open|closed|filtered|unfiltered)(?:\|filtered)?)(?=\s|$)/;
const HEADER = /^PORT\s+STATE\s+SERVICE/;
const HOST = /^Nmap scan report for (?:.* \(([^()]+)\)|(\S+))/;
/** What else nmap writes that has numbers in it: its own words, fingerprints, traces. */
const CHATTER = anyOf([
  /^(# Nmap |Starting Nmap |Nmap done|Not shown: |Host is up|All \d+ scanned ports)/,
  /^(SF[-:]|OS:|TRACEROUTE|TCP\/IP fingerprint|NEXT SERVICE|Service detection|OS and Service)/,
]);

export const openNmap: OpenReader = () => {
  let host: string | undefined;
  /** Where the columns begin, as the header says. */
  let service = -1;
  let reason = -1;
  let version = -1;

  return {
    read(text, line) {
      if (HEADER.test(text)) {
        service = text.indexOf('SERVICE');
        reason = text.indexOf('REASON');
        version = text.indexOf('VERSION');
        return [];
      }
      const report = HOST.exec(text);
      if (report) {
        host = report[1] ?? report[2];
        return [];
      }
      const match = PORT.exec(text);
      if (!match) return CHATTER.test(text) ? [] : undefined;
      const [whole, digits, transport, state = ''] = match;
      const port = portNumber(digits);
      if (port === undefined) return [];
      const aligned = service > 0 && whole.length <= service;
      const process = aligned
        ? [text.slice(service, past(text, reason, version)), version > 0 ? text.slice(version) : '']
        : [text.slice(whole.length)];
      return [
        {
          port,
          transport: transport as ScanTransport,
          state,
          process: process
            .map((part) => part.trim())
            .join(' ')
            .trim(),
          host,
          line,
          format: 'nmap',
          listens: listensBy(state),
        },
      ];
    },
  };
};

/** The next column that there is, else the end of the line. */
const past = (text: string, ...columns: number[]) => columns.find((at) => at > 0) ?? text.length;

/** 'open|filtered' leaves it open whether anything is there. */
export function listensBy(state: string): boolean | undefined {
  if (state === 'open') return true;
  return state.includes('|') || state === 'unfiltered' || state === '' ? undefined : false;
}
