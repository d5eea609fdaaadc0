/**
 * npm run registry:update -- [FILE|URL] [--check] [--date 2026-08-17] [--tables DIR]
 * Reads IANA's current CSV, writes the tables, and says what changed since the last one.
 */
import { parseArgs } from 'node:util';
import { ImportError } from '../base/input-error.ts';
import { changeLine } from '../facts/registry/change-words.ts';
import { readTable, writeTable } from '../facts/registry/csv.ts';
import { compareChanges, diffSnapshots } from '../facts/registry/diff.ts';
import { IANA_CSV, readRegistry } from '../facts/registry/fetch-registry.ts';
import { parseIana } from '../facts/registry/parse-iana.ts';
import { readSources, withFacts, writeSources } from '../facts/registry/source-list.ts';
import { REGISTRY_DIR, sourcesFile, TABLES, tableFile } from '../facts/registry/tables.ts';
import { fullDate } from '../facts/schemas/common.ts';
import { run, UsageError } from './arguments.ts';

/** Fewer rows than this share of the last import is no update but a damaged file. */
const LEAST_SHARE = 0.9;

await run(async () => {
  const { from, check, date: givenDate, dir } = options();
  const file = await readRegistry(from);
  const { rows, notices } = parseIana(file.text);
  const sources = readSources(sourcesFile(dir));
  const before = {
    date: sources.find(({ id }) => id === 'iana')?.date ?? '',
    rows: readTable(tableFile('services', dir), TABLES.services.schema),
  };
  const after = { date: givenDate ?? file.date, rows };
  if (rows.length < before.rows.length * LEAST_SHARE) {
    throw new ImportError(
      `the file has ${rows.length} rows with a port and the last one had ${before.rows.length}; is it cut short?`,
    );
  }
  for (const notice of notices) console.log(`note: ${notice}`);
  const changes = diffSnapshots(before, after);
  const other = changedCells(before.rows, rows);
  if (changes.length === 0 && other === 0) {
    console.log(`No change since ${before.date}.`);
    return;
  }
  if (after.date < before.date) {
    throw new ImportError(
      `this registry is of ${after.date} and the tables are of ${before.date}; say --date if that is wrong`,
    );
  }
  for (const change of changes) console.log(changeLine(change));
  console.log(
    `${changes.length} changes of services, ${other} rows that differ, from ${before.date} to ${after.date}.`,
  );
  if (check) return;

  const past = readTable(tableFile('changes', dir), TABLES.changes.schema);
  const history = [...past, ...changes].sort(compareChanges);
  writeTable(tableFile('changes', dir), TABLES.changes.schema, history);
  writeTable(tableFile('services', dir), TABLES.services.schema, rows);
  const dated = withFacts(sources, TABLES.services.file, { date: after.date, rows: rows.length });
  writeSources(
    sourcesFile(dir),
    withFacts(dated, TABLES.changes.file, { date: after.date, rows: history.length }),
  );
});

function options() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean' }, date: { type: 'string' }, tables: { type: 'string' } },
  });
  if (positionals.length > 1)
    throw new UsageError('give one file or address, or none for IANA’s own');
  if (values.date !== undefined && !fullDate.safeParse(values.date).success) {
    throw new UsageError(`--date ${values.date}: write the day as 2026-08-17`);
  }
  return {
    from: positionals[0] ?? IANA_CSV,
    check: values.check ?? false,
    date: values.date,
    dir: values.tables ?? REGISTRY_DIR,
  };
}

/** Rows of one side that the other lacks, whatever cell it is that differs. */
function changedCells(before: object[], after: object[]): number {
  const key = (row: object) => Object.values(row).join('\u0000');
  const old = new Set(before.map(key));
  return (
    after.filter((row) => !old.has(key(row))).length + Math.max(0, before.length - after.length)
  );
}
