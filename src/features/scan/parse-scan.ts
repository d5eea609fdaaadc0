/**
 * From what somebody pasted to the ports in it. Each line is shown to the readers of all formats
 * until one knows it by its shape, so that outputs of several tools may follow one another; what
 * nobody knows is read as text. Time is linear in the length of the text.
 *
 * A port is the local one. A listening or unconnected socket's port counts, and so does the local
 * end of a connection, with its state; the far end of a connection is another machine's and does
 * not. Of a ruleset, the destination ports count and the source ports do not.
 */
import { openDocker } from './formats/docker.ts';
import { openIptables } from './formats/iptables.ts';
import { openJson } from './formats/json.ts';
import { openKubectl } from './formats/kubectl.ts';
import { openLsof } from './formats/lsof.ts';
import { openLsofFields } from './formats/lsof-fields.ts';
import { openMasscan } from './formats/masscan.ts';
import { openNc } from './formats/nc.ts';
import { openNetstat } from './formats/netstat.ts';
import { openWindowsNetstat } from './formats/netstat-windows.ts';
import { openNftables } from './formats/nftables.ts';
import { openNmap } from './formats/nmap.ts';
import { openGreppable } from './formats/nmap-greppable.ts';
import { openPowershell } from './formats/powershell.ts';
import { openRpcinfo } from './formats/rpcinfo.ts';
import { openRustscan } from './formats/rustscan.ts';
import { openSs } from './formats/ss.ts';
import { openTcpdump } from './formats/tcpdump.ts';
import { openText } from './formats/text.ts';
import { openXml } from './formats/xml.ts';
import { LineCutter } from './lines.ts';
import { RangeTeller } from './range-teller.ts';
import type { LineReader, Resolve, ScanRow } from './row.ts';

/** Those that know a line by a whole table around it come first; text takes what is left. */
const READERS = [
  openLsofFields,
  openNftables,
  openXml,
  openJson,
  openNmap,
  openGreppable,
  openMasscan,
  openRustscan,
  openNc,
  openRpcinfo,
  openTcpdump,
  openSs,
  openNetstat,
  openWindowsNetstat,
  openLsof,
  openDocker,
  openKubectl,
  openIptables,
  // Its tables have headings of one word, which come after those of all other tools.
  openPowershell,
];

/** No tool writes a table this wide: such a line can only be XML, JSON or text. */
const LONGEST_ROW = 65_536;
const READ_AT_ANY_LENGTH = [openXml, openJson];

export interface ScanOptions {
  /** Where to look up 'ssh' in '*:ssh'; without it, such lines give no port. */
  resolve?: Resolve | undefined;
}

export interface ScanParser {
  push(chunk: string): void;
  end(): void;
  /** Ranges that stay ranges because the text has too many of them to tell each port by itself. */
  readonly leftAsRanges: number;
}

/** Hands over each row as soon as it is known, for texts too long to hold. */
export function scanParser(
  take: (row: ScanRow) => void,
  { resolve = () => undefined }: ScanOptions = {},
): ScanParser {
  const readers = READERS.map((open) => open(resolve));
  const forLong = readers.filter((_, index) =>
    READ_AT_ANY_LENGTH.some((open) => open === READERS[index]),
  );
  const text = openText(resolve);
  const ranges = new RangeTeller(take);
  let number = 0;
  const cutter = new LineCutter((line) => {
    number++;
    const rows = read(line.length > LONGEST_ROW ? forLong : readers, line, number);
    for (const row of rows ?? text.read(line, number) ?? []) ranges.tell(row);
  });
  return {
    push: (chunk) => cutter.push(chunk),
    end: () => {
      cutter.end();
      for (const reader of readers) for (const row of reader.end?.() ?? []) ranges.tell(row);
    },
    get leftAsRanges() {
      return ranges.left;
    },
  };
}

function read(readers: readonly LineReader[], line: string, number: number) {
  if (line.trim() === '') return [];
  for (const reader of readers) {
    const rows = reader.read(line, number);
    if (rows) return rows;
  }
  return undefined;
}

/** Every port of a text, in the order of its lines. */
export function parseScan(text: string, options?: ScanOptions): ScanRow[] {
  const rows: ScanRow[] = [];
  const parser = scanParser((row) => rows.push(row), options);
  parser.push(text);
  parser.end();
  return rows.sort((a, b) => a.line - b.line);
}
