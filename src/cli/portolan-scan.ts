/** portolan --scan FILE: the table of the page /lookup, in the terminal. */
import { createReadStream } from 'node:fs';
import { portGroups } from '../features/scan/group.ts';
import { scanParser } from '../features/scan/parse-scan.ts';
import { readBytes } from '../features/scan/read-bytes.ts';
import { NOTHING_FOUND, summary } from '../features/scan/summary.ts';
import { type TableRow, tableRow } from '../features/scan/table.ts';
import { toTerminal } from '../features/scan/terminal.ts';
import type { PortIndex } from '../package/open-index.ts';
import { wrap } from '../words/prose/wrap.ts';
import type { Printing } from './portolan-ports.ts';

/** Reads the file, or what is piped in where its name is '-'. */
export async function printScan(
  file: string,
  index: PortIndex,
  { json, width }: Printing,
): Promise<void> {
  if (file === '-' && process.stdin.isTTY)
    process.stderr.write('Paste the output of a tool, then press Ctrl-D on a line of its own.\n');
  const facts = index.scan();
  const groups = portGroups();
  const input = file === '-' ? process.stdin : createReadStream(file);
  const parser = scanParser(groups.add, { resolve: facts.resolve });
  await readBytes(input, parser);
  const rows = groups.ports().map((found) => tableRow(found, facts));
  const [first] = rows;
  if (json) console.log(JSON.stringify(rows.map(forPrograms), null, 2));
  else if (!first) console.log(NOTHING_FOUND);
  else {
    const more = `portolan ${first.found.port} tells all that is known of it.`;
    // A pipe may lead to grep, which is to see each port in one line.
    const told = process.stdout.isTTY || process.env.COLUMNS ? width : undefined;
    console.log(`${toTerminal(rows, told)}

${wrap(summary(rows, parser.leftAsRanges), '', '', told).join('\n')}
${more}`);
  }
}

function forPrograms({ cells, found, page, worthALook }: TableRow) {
  const { registered, usual, verdict, look } = cells;
  return { ...found, registered, usual, verdict, worthALook, look, page };
}
