/**
 * npm run registry:rebuild -- DIR --date 2026-08-17 [--tables DIR]
 * Makes every table anew from a folder of collected raw files; docs/facts.md says how it is laid out.
 * For a newer registry alone, registry:update is enough.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { takeLock } from '../base/lock-file.ts';
import { readTable, tableText } from '../facts/registry/csv.ts';
import { Decisions } from '../facts/registry/facts/decisions.ts';
import { rebuildFacts } from '../facts/registry/facts/rebuild-facts.ts';
import { supportOf } from '../facts/registry/facts/support.ts';
import { decisionsDir, FACT_TABLES, type FactTable } from '../facts/registry/facts/tables.ts';
import { parseIana } from '../facts/registry/parse-iana.ts';
import * as rebuild from '../facts/registry/rebuild.ts';
import {
  labelSources,
  readSources,
  sourcesText,
  withFacts,
} from '../facts/registry/source-list.ts';
import { REGISTRY_DIR, sourcesFile, TABLES, tableFile } from '../facts/registry/tables.ts';
import type { Sighting } from '../facts/registry/tighten.ts';
import { forgetUnfinished, writeAll } from '../facts/registry/write-all.ts';
import { labelRow } from '../facts/schemas/registry.ts';
import { run, UsageError } from './arguments.ts';

/** The raw files that are not sources/ID.csv. */
const RAW_FILES: Record<string, string> = {
  debian: 'sources/debian-netbase',
  wireshark: 'field/wireshark-4.6.9',
};

interface BookLine {
  port: string;
  protocol: string;
  name: string;
}

/** The lines of a raw table of names; the newer ones call the protocol a transport. */
const bookLines = (file: string): BookLine[] =>
  rebuild
    .rawRows<BookLine & { transport?: string }>(file)
    .map((line) => ({ ...line, protocol: line.protocol ?? line.transport ?? '' }));

await run(() => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      date: { type: 'string' },
      tables: { type: 'string', default: REGISTRY_DIR },
    },
  });
  const dir = positionals[0];
  if (!dir || !values.date) {
    throw new UsageError(
      'usage: npm run registry:rebuild -- DIR --date 2026-08-17 (the day of the newest registry)',
    );
  }
  const { date, tables: into } = values;
  const giveBack = takeLock(join(into, '.update-lock'), 'An update of these tables');
  try {
    forgetUnfinished(into);
    writeAll(into, rebuiltTables(dir, date, into));
  } finally {
    giveBack();
  }
});

/** The text of each table by the name of its file: all are made before the first is written. */
function rebuiltTables(dir: string, date: string, into: string): Map<string, string> {
  const texts = new Map<string, string>();
  const keep = (file: string, schema: z.ZodObject, rows: object[]) => {
    texts.set(file, tableText(join(into, file), schema, rows));
    console.log(`${file}: ${rows.length} rows`);
  };
  const raw = (name: string) => join(dir, name);
  const newest = {
    date,
    rows: parseIana(readFileSync(raw('iana/service-names-port-numbers.csv'), 'utf8')).rows,
  };
  const snapshots = [...rebuild.readSnapshots(raw('iana/history')), newest];
  const sightings = rebuild.rawRows<Sighting>(raw('iana/changes.csv'));
  const ports = (file: string, browser?: string) =>
    new Set(
      rebuild
        .rawRows<{ port: string; description: string }>(raw(file))
        .filter(({ description }) => !browser || description.startsWith(browser))
        .map(({ port }) => Number(port)),
    );

  const tables = {
    services: newest.rows,
    people: rebuild.rebuildPeople(rebuild.rawRows(raw('iana/people.csv'))),
    changes: rebuild.rebuildChanges(snapshots, sightings),
    printed: rebuild.rebuildPrinted(rebuild.rawRows(raw('history/rfc-assigned-numbers.csv'))),
    browsers: rebuild.rebuildBrowsers(
      ports('sources/whatwg-bad-ports.csv'),
      ports('sources/browser-restricted-ports.csv', 'Chromium'),
      ports('sources/browser-restricted-ports.csv', 'Firefox'),
    ),
  };
  const decisions = new Decisions(decisionsDir(into));
  let sources = readSources(sourcesFile(into));
  for (const [name, rows] of Object.entries(tables) as [keyof typeof tables, object[]][]) {
    keep(TABLES[name].file, TABLES[name].schema, rows);
    sources = withFacts(sources, TABLES[name].file, { rows: rows.length });
  }
  for (const { id, table } of labelSources(sources)) {
    const lines = bookLines(raw(`${RAW_FILES[id] ?? `sources/${id}`}.csv`));
    const kept = lines.filter(
      ({ name, port, protocol }) => decisions.row(id, port, `${name}/${protocol}`).length === 0,
    );
    const rows = rebuild.rebuildBook(kept);
    keep(table, labelRow, rows);
    sources = withFacts(sources, table, { rows: rows.length });
  }
  for (const name of ['ephemeral', 'privileged'] as const) {
    const rows = readTable(tableFile(name, into), TABLES[name].schema as never).length;
    sources = withFacts(sources, TABLES[name].file, { rows });
  }
  const facts = rebuildFacts(dir, decisions);
  decisions.expectAllUsed();
  for (const [name, rows] of Object.entries(facts) as [FactTable, object[]][]) {
    keep(FACT_TABLES[name].file, FACT_TABLES[name].schema, rows);
  }
  const support = supportOf(facts);
  sources = sources.map((source) => ({ ...source, rows: support.get(source.id) ?? source.rows }));
  const services = TABLES.services.file;
  const dated = withFacts(sources, services, { date: newest.date });
  return texts.set(basename(sourcesFile(into)), sourcesText(dated));
}
