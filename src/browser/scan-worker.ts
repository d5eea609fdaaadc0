/** Reads what was pasted, off the page's own thread, and keeps the table; the page gets the part that it shows. */

import { toCsv, toMarkdown } from '../features/scan/export.ts';
import { openFacts } from '../features/scan/facts.ts';
import { portGroups } from '../features/scan/group.ts';
import { type ScanParser, scanParser } from '../features/scan/parse-scan.ts';
import { readBytes } from '../features/scan/read-bytes.ts';
import { NOTHING_FOUND, summary } from '../features/scan/summary.ts';
import { type TableRow, tableRow } from '../features/scan/table.ts';
import { rowsInView } from '../features/scan/view.ts';
import {
  type Answer,
  type Found,
  PART,
  type Part,
  type Progress,
  type Request,
  type Source,
} from './scan-messages.ts';

/** What is known of the ports: the same file for everybody, so that asking for it tells nothing. */
const facts = fetch('/lookup-data.json')
  .then(async (response) => (response.ok ? openFacts(await response.json()) : undefined))
  .catch(() => undefined);

let rows: TableRow[] = [];

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  postMessage(await answer(data));
});

async function answer(request: Request): Promise<Answer> {
  if (request.kind === 'read') return read(request.source);
  const shown = rowsInView(rows, request.view);
  if (request.kind === 'rows') return part(shown, request.from);
  const { as, origin } = request;
  return { kind: 'text', text: as === 'csv' ? toCsv(shown, origin) : toMarkdown(shown, origin) };
}

async function read(source: Source): Promise<Found> {
  const known = await facts;
  const groups = portGroups();
  const parsers: ScanParser[] = [];
  const parser = () => {
    const opened = scanParser(groups.add, { resolve: known?.resolve });
    parsers.push(opened);
    return opened;
  };
  if (typeof source === 'string') readText(source, parser());
  else await readFiles(source, parser);
  const leftAsRanges = parsers.reduce((sum, { leftAsRanges: left }) => sum + left, 0);
  rows = groups.ports().map((found) => tableRow(found, known));
  return {
    kind: 'read',
    ports: rows.length,
    summary: rows.length === 0 ? NOTHING_FOUND : summary(rows, leftAsRanges),
    known: known !== undefined,
  };
}

const CHUNK = 1 << 18;

function readText(text: string, parser: ScanParser): void {
  for (let from = 0; from < text.length; from += CHUNK) {
    parser.push(text.slice(from, from + CHUNK));
    tell(from / text.length);
  }
  parser.end();
}

async function readFiles(files: readonly File[], parser: () => ScanParser): Promise<void> {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  let done = 0;
  for (const file of files) {
    await readBytes(chunksOf(file), parser(), (bytes) => {
      done += bytes;
      tell(done / size);
    });
  }
}

/** Not every browser lets a stream be iterated over. */
async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

function tell(done: number): void {
  postMessage({ kind: 'progress', done } satisfies Progress);
}

function part(shown: readonly TableRow[], from: number): Part {
  const some = shown.slice(from, from + PART).map(({ cells, page, worthALook }) => ({
    cells,
    page,
    worthALook,
  }));
  return { kind: 'rows', rows: some, from, total: shown.length };
}
