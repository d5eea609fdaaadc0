/**
 * npm run registry:update -- [FILE|URL] [--check] [--date 2026-08-17] [--tables DIR] [--force]
 * Reads IANA's current CSV, writes the tables, and says what changed since the last one.
 */
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ImportError } from '../base/input-error.ts';
import { takeLock } from '../base/lock-file.ts';
import { changeLine } from '../facts/registry/change-words.ts';
import { readTable, tableText } from '../facts/registry/csv.ts';
import { compareChanges, diffSnapshots } from '../facts/registry/diff.ts';
import { IANA_CSV, type RegistryFile, readRegistry } from '../facts/registry/fetch-registry.ts';
import { parseIana } from '../facts/registry/parse-iana.ts';
import { changedCells, refuseImplausible } from '../facts/registry/plausible.ts';
import { readSources, sourcesText, withFacts } from '../facts/registry/source-list.ts';
import { REGISTRY_DIR, sourcesFile, TABLES, tableFile } from '../facts/registry/tables.ts';
import { forgetUnfinished, writeAll } from '../facts/registry/write-all.ts';
import { fullDate } from '../facts/schemas/common.ts';
import { run, UsageError } from './arguments.ts';

/** Fewer rows than this share of the last import is no update but a damaged file. */
const LEAST_SHARE = 0.9;

await run(async () => {
  const options = readOptions();
  const file = await readRegistry(options.from);
  const giveBack = takeLock(join(options.dir, '.update-lock'), 'An update of these tables');
  try {
    forgetUnfinished(options.dir);
    update(file, options);
  } finally {
    giveBack();
  }
});

function update(file: RegistryFile, { check, date: givenDate, dir, force }: Options): void {
  const today = new Date().toISOString().slice(0, 10);
  const latest = givenDate !== undefined && givenDate > today ? givenDate : today;
  const { rows, notices } = parseIana(file.text, latest);
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
  if (!force) refuseImplausible(before.rows, rows);
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
  const { date } = after;
  const dated = withFacts(sources, TABLES.services.file, { date, rows: rows.length });
  const counted = withFacts(dated, TABLES.changes.file, { date, rows: history.length });
  const files = { changes: tableFile('changes', dir), services: tableFile('services', dir) };
  writeAll(
    dir,
    new Map([
      [TABLES.changes.file, tableText(files.changes, TABLES.changes.schema, history)],
      [TABLES.services.file, tableText(files.services, TABLES.services.schema, rows)],
      [basename(sourcesFile(dir)), sourcesText(counted)],
    ]),
  );
}

type Options = ReturnType<typeof readOptions>;

function readOptions() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      check: { type: 'boolean' },
      date: { type: 'string' },
      tables: { type: 'string' },
      force: { type: 'boolean' },
    },
  });
  if (positionals.length > 1)
    throw new UsageError('give one file or address, or none for IANA’s own');
  if (values.date !== undefined && !fullDate.safeParse(values.date).success) {
    throw new UsageError(`--date ${values.date}: write the day as 2026-08-17`);
  }
  return {
    from: positionals[0] ?? IANA_CSV,
    check: values.check ?? false,
    force: values.force ?? false,
    date: values.date,
    dir: values.tables ?? REGISTRY_DIR,
  };
}
