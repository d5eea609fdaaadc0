/** Outputs of real tools, each with the ports that it must tell, written from how the listeners were set up. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { openFacts } from '../../../../src/features/scan/facts.ts';
import { lookupData } from '../../../../src/features/scan/lookup-data.ts';
import { parseScan } from '../../../../src/features/scan/parse-scan.ts';
import type { ScanRow } from '../../../../src/features/scan/row.ts';
import { sharedAtlasWithoutPages } from '../../../helpers/atlas.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/scans');
const { resolve } = openFacts(lookupData(sharedAtlasWithoutPages()));

const read = (file: string) => readFileSync(join(FIXTURES, file), 'utf8');

/** Port, state, process and far end; '*' where the set-up does not decide it, or no cell at all. */
function tells(line: string, row: ScanRow): boolean {
  const [port, state, process, far = '*'] = line.split('\t');
  return (
    port === `${row.port}/${row.transport}` &&
    (state === '*' || state === row.state) &&
    (process === '*' || process === row.process) &&
    (far === '*' || far === farOf(row))
  );
}

const farOf = ({ far }: ScanRow) => (far ? `${far.host} ${far.port}` : '');

const shown = (row: ScanRow) =>
  `line ${row.line}, ${row.format}: ${row.port}/${row.transport} ` +
  `'${row.state}' '${row.process}' '${farOf(row)}'`;

const outputs = globSync('*/*.txt', { cwd: FIXTURES }).sort();
const figures = { told: 0, found: 0, beside: 0 };
const tools = Map.groupBy(outputs, (file) => dirname(file));

for (const [tool, files] of tools) {
  describe(tool, () => {
    for (const file of files) {
      test(`${file} tells its ports and no others`, () => {
        const rows = parseScan(read(file), { resolve });
        const told = read(file.replace(/\.txt$/, '.ports'))
          .split('\n')
          .filter((line) => line !== '');
        const missing = told.filter((line) => !rows.some((row) => tells(line, row)));
        const beside = rows.filter((row) => !told.some((line) => tells(line, row))).map(shown);
        figures.told += told.length;
        figures.found += told.length - missing.length;
        figures.beside += beside.length;
        assert.deepEqual(missing, [], 'not found');
        assert.deepEqual(beside, [], 'found, and not there');
      });
    }
  });
}

test('there are ten outputs or more of every tool', () => {
  const few = ['lsof-macos', 'mixed', 'programs'];
  const counts = [...tools].filter(([tool]) => !few.includes(tool));
  assert.equal(counts.length, 15);
  for (const [tool, files] of counts) assert.ok(files.length >= 10, `${tool}: ${files.length}`);
});

test('nothing is missed, and the figures are printed', (t) => {
  const { beside, found, told } = figures;
  t.diagnostic(`${outputs.length} outputs: ${found} of ${told} ports found, ${beside} beside`);
  assert.ok(outputs.length > 190);
  assert.equal(found, told);
});

test('no output tells where it was made', () => {
  for (const file of outputs) assert.doesNotMatch(read(file), /\/work\/|\/root\b|\/home\//, file);
});
