/** One sentence about what was found, for the reader of a page as of a terminal. */
import { inFigures, inList } from '../../base/english-formats.ts';
import { FORMATS, type ScanFormat } from './row.ts';
import type { TableRow } from './table.ts';

const counted = (count: number, one: string, many: string) =>
  `${inFigures(count)} ${count === 1 ? one : many}`;

/** @param leftAsRanges how many narrow ranges were too many to tell port by port */
export function summary(rows: readonly TableRow[], leftAsRanges = 0): string {
  const looks = rows.filter(({ worthALook }) => worthALook).length;
  const urgent = rows.filter(({ attention }) => attention === 'now').length;
  const formats = new Set<ScanFormat>(rows.flatMap(({ found }) => found.formats));
  const names = [...formats].map((format) => FORMATS[format]);
  const worth = looks === 0 ? 'none' : inFigures(looks);
  const found = counted(rows.length, 'port', 'ports');
  const note = rangesNote(leftAsRanges);
  const now = urgent === 0 ? '' : ` (${inFigures(urgent)} to check now)`;
  return `${found} found, ${worth} worth a look${now}; read as ${inList(names)}.${note}`;
}

function rangesNote(left: number): string {
  if (left === 0) return '';
  const ranges = counted(left, 'range is', 'ranges are');
  return ` The text has too many ranges to list each port: ${ranges} shown as a range.`;
}

/** Said where nothing was found. */
export const NOTHING_FOUND =
  'No port in it. Understood are the outputs of nmap, masscan, RustScan, ss, netstat, lsof -i, ' +
  'Get-NetTCPConnection, Get-NetUDPEndpoint, docker ps, kubectl get svc, nc -vz, ' +
  'rpcinfo -p and tcpdump, rulesets of nftables and iptables, and any text with an address and a ' +
  'port, such as 10.0.0.1:8080, localhost:3000 or 443/tcp. A time, a version or an IPv6 ' +
  'address by itself is none.';
