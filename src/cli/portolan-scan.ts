/** portolan --scan FILE: the table of the page /lookup, in the terminal. */
import { createReadStream } from 'node:fs';
import { portGroups } from '../features/scan/group.ts';
import { scanParser } from '../features/scan/parse-scan.ts';
import { readBytes } from '../features/scan/read-bytes.ts';
import { NOTHING_FOUND, summary } from '../features/scan/summary.ts';
import { type TableRow, tableRow } from '../features/scan/table.ts';
import { toTerminal } from '../features/scan/terminal.ts';
import type { PortIndex } from '../package/open-index.ts';

/** Reads the file, or what is piped in where its name is '-'. */
export async function printScan(file: string, index: PortIndex, json: boolean): Promise<void> {
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
    console.log(`${toTerminal(rows)}

${summary(rows, parser.leftAsRanges)}
${more}`);
  }
}

function forPrograms({ cells, found, page, worthALook }: TableRow) {
  const { registered, usual, verdict, look } = cells;
  return { ...found, registered, usual, verdict, worthALook, look, page };
}
