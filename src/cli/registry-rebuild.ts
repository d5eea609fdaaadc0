/**
 * npm run registry:rebuild -- DIR [--date 2026-08-17]
 * Makes every table anew from a folder of collected raw files; CONTRIBUTING.md says how it is laid out.
 * For a newer registry alone, registry:update is enough.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readTable, writeTable } from '../facts/registry/csv.ts';
import { Decisions } from '../facts/registry/facts/decisions.ts';
import { rebuildFacts } from '../facts/registry/facts/rebuild-facts.ts';
import { supportOf } from '../facts/registry/facts/support.ts';
import {
  decisionsDir,
  FACT_TABLES,
  type FactTable,
  factFile,
} from '../facts/registry/facts/tables.ts';
import { parseIana } from '../facts/registry/parse-iana.ts';
import * as rebuild from '../facts/registry/rebuild.ts';
import {
  labelSources,
  readSources,
  withFacts,
  writeSources,
} from '../facts/registry/source-list.ts';
import { REGISTRY_DIR, sourcesFile, TABLES, tableFile } from '../facts/registry/tables.ts';
import type { Sighting } from '../facts/registry/tighten.ts';
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
    options: { date: { type: 'string' } },
  });
  const dir = positionals[0];
  if (!dir || !values.date) {
    throw new UsageError(
      'usage: npm run registry:rebuild -- DIR --date 2026-08-17 (the day of the newest registry)',
    );
  }
  const raw = (name: string) => join(dir, name);
  const newest = {
    date: values.date,
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
  const decisions = new Decisions(decisionsDir());
  let sources = readSources(sourcesFile());
  for (const [name, rows] of Object.entries(tables) as [keyof typeof tables, object[]][]) {
    writeTable(tableFile(name), TABLES[name].schema, rows);
    sources = withFacts(sources, TABLES[name].file, { rows: rows.length });
    console.log(`${TABLES[name].file}: ${rows.length} rows`);
  }
  for (const { id, table } of labelSources(sources)) {
    const lines = bookLines(raw(`${RAW_FILES[id] ?? `sources/${id}`}.csv`));
    const kept = lines.filter(
      ({ name, port, protocol }) => decisions.row(id, port, `${name}/${protocol}`).length === 0,
    );
    const rows = rebuild.rebuildBook(kept);
    writeTable(join(REGISTRY_DIR, table), labelRow, rows);
    sources = withFacts(sources, table, { rows: rows.length });
    console.log(`${table}: ${rows.length} rows`);
  }
  for (const name of ['ephemeral', 'privileged'] as const) {
    const rows = readTable(tableFile(name), TABLES[name].schema as never).length;
    sources = withFacts(sources, TABLES[name].file, { rows });
  }
  const facts = rebuildFacts(dir, decisions);
  decisions.expectAllUsed();
  for (const [name, rows] of Object.entries(facts) as [FactTable, object[]][]) {
    writeTable(factFile(name), FACT_TABLES[name].schema, rows);
    console.log(`${FACT_TABLES[name].file}: ${rows.length} rows`);
  }
  const support = supportOf(facts);
  sources = sources.map((source) => ({ ...source, rows: support.get(source.id) ?? source.rows }));
  const services = TABLES.services.file;
  writeSources(sourcesFile(), withFacts(sources, services, { date: newest.date }));
});
