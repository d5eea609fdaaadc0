/** How the tables are read and written. */
import assert from 'node:assert/strict';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { ImportError } from '../../../src/base/input-error.ts';
import { writeWhole } from '../../../src/base/write-whole.ts';
import { parseCsv, readTable, tableText } from '../../../src/facts/registry/csv.ts';
import { readSources } from '../../../src/facts/registry/source-list.ts';
import { labelRow } from '../../../src/facts/schemas/registry.ts';

const base = mkdtempSync(join(tmpdir(), 'portolan-csv-'));
after(() => rmSync(base, { recursive: true, force: true }));
const dir = join(base, 'tables');
mkdirSync(dir);

const file = join(dir, 'labels.csv');
const HEADER = 'ports,transport,name\n';

const writeTable = (path: string, schema: z.ZodObject, rows: object[]) =>
  writeWhole(path, tableText(path, schema, rows));

function read(text: string) {
  writeFileSync(file, text);
  return readTable(file, labelRow);
}

function refusal(act: () => unknown): ImportError {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof ImportError, String(error));
    return error;
  }
  return assert.fail('nothing was thrown');
}

describe('reading lines', () => {
  test('each row knows the line on which it begins, with any line end', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['a,b', '"one', 'two",c', '', 'd,"""e"""', ''].join(end);
      assert.deepEqual(
        parseCsv(text),
        [
          { cells: ['a', 'b'], line: 1 },
          { cells: [`one${end}two`, 'c'], line: 2 },
          { cells: ['d', '"e"'], line: 5 },
        ],
        JSON.stringify(end),
      );
    }
  });

  test('no text has no rows', () => {
    assert.deepEqual(parseCsv(''), []);
  });

  test('a quote that is never closed is an error at the row that opens it', () => {
    const error = refusal(() => parseCsv('a,b\nc,d\n"e,f\ng,h\n'));
    assert.equal(error.line, 3);
    assert.match(error.message, /never closed; is the file cut short\?/);
  });
});

describe('reading a table', () => {
  test('gives typed rows', () => {
    assert.deepEqual(read(`${HEADER}80,tcp,http\n6000-6063,,"X, the ""window"" system"\n`), [
      { ports: '80', transport: 'tcp', name: 'http' },
      { ports: '6000-6063', transport: '', name: 'X, the "window" system' },
    ]);
    assert.deepEqual(read(HEADER), []);
  });

  test('refuses other columns, and says which there should be', () => {
    for (const header of [
      '',
      'ports,name,transport\n',
      'ports,transport\n',
      `${HEADER.trim()},more\n`,
    ]) {
      const error = refusal(() => read(`${header}80,tcp,http\n`));
      assert.equal(error.line, 1);
      assert.ok(error.message.startsWith(file));
      assert.match(error.message, /the columns must be ports, transport, name/);
    }
  });

  test('refuses a bad cell, and names the file, the line and the field', () => {
    const error = refusal(() => read(`${HEADER}80,tcp,http\n80-70,tcp,http\n`));
    assert.deepEqual([error.line, error.field], [3, 'ports']);
    assert.ok(error.message.startsWith(`${file}, line 3, field 'ports': a port, or a range`));
  });

  test('refuses a row with too few cells, and one with too many', () => {
    assert.equal(refusal(() => read(`${HEADER}80,tcp\n`)).line, 2);
    assert.equal(refusal(() => read(`${HEADER}80,tcp,http, the web\n`)).line, 2);
  });

  test('refuses a quote that is never closed, which would swallow the rows behind it', () => {
    assert.equal(refusal(() => read(`${HEADER}80,tcp,"http\n443,tcp,https\n`)).line, 2);
  });
});

describe('writing a table', () => {
  test('gives back any text when it is read again', () => {
    const row = fc.record(
      {
        ports: fc.constantFrom('0', '80', '6000-6063', '65535'),
        transport: fc.constantFrom('', 'tcp', 'udp'),
        name: fc.oneof(
          fc.string(),
          fc.string({ unit: 'grapheme' }),
          fc.string({
            unit: fc.constantFrom('"', ',', '\n', '\r', ';', '|', '\t', ' ', 'a', '\ufeff'),
          }),
        ),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        writeTable(file, labelRow, rows);
        assert.deepEqual(readTable(file, labelRow), rows);
      }),
      { numRuns: 500 },
    );
  });

  test('ends every line with LF, the last one too', () => {
    writeTable(file, labelRow, [{ ports: '80', transport: 'tcp', name: 'http' }]);
    assert.equal(readFileSync(file, 'utf8'), `${HEADER}80,tcp,http\n`);
  });

  test('refuses a wrong row, and leaves the old table as it was', () => {
    const good = [{ ports: '80', transport: 'tcp', name: 'http' }];
    writeTable(file, labelRow, good);
    const old = readFileSync(file);
    const error = refusal(() =>
      writeTable(file, labelRow, [...good, { ports: '70000', transport: 'tcp', name: 'x' }]),
    );
    assert.deepEqual([error.line, error.field], [3, 'ports']);
    assert.deepEqual(readFileSync(file), old);
    assert.deepEqual(readdirSync(dir), ['labels.csv']);
  });

  test('keeps the columns in the order of the schema, whatever the order of the cells', () => {
    const schema = z.object({ b: z.string(), a: z.string() });
    writeTable(file, schema, [{ a: '1', b: '2' }]);
    assert.equal(readFileSync(file, 'utf8'), 'b,a\n2,1\n');
  });
});

describe('writing a file whole', () => {
  test('puts a new file in place of the old one, so that a reader sees one or the other', () => {
    const held = join(dir, 'held.csv');
    writeFileSync(file, 'old');
    linkSync(file, held);
    writeWhole(file, 'new');
    assert.equal(readFileSync(file, 'utf8'), 'new');
    assert.equal(readFileSync(held, 'utf8'), 'old');
    rmSync(held);
  });

  test('leaves nothing beside it, neither when it works nor when it does not', () => {
    writeWhole(file, 'new');
    assert.equal(readFileSync(file, 'utf8'), 'new');
    const folder = join(dir, 'folder');
    // A folder that is not there cannot be written into, and one that is there not be written over.
    assert.throws(() => writeWhole(join(folder, 'x.csv'), 'text'), { code: 'ENOENT' });
    assert.throws(() => writeWhole(dir, 'text'));
    assert.deepEqual(readdirSync(dir), ['labels.csv']);
    assert.deepEqual(readdirSync(base), ['tables']);
  });
});

describe('the list of sources', () => {
  test('refuses what the schema does not allow, with the field, and text that is no JSON', () => {
    const list = join(dir, 'sources.json');
    const source = {
      id: 'iana',
      name: 'Registry',
      short: 'IANA',
      publisher: 'IANA',
      url: 'https://www.iana.org/',
      date: '2026-08-17',
      licence: 'CC0-1.0',
      kind: 'registry',
      table: 'iana-services.csv',
      rows: 1,
    };
    const reading = (content: unknown) => {
      writeFileSync(list, typeof content === 'string' ? content : JSON.stringify(content));
      return readSources(list);
    };
    assert.deepEqual(reading([source]), [source]);
    assert.equal(refusal(() => reading([{ ...source, date: '17 August' }])).field, '0.date');
    assert.match(refusal(() => reading([source, source])).message, /same id/);
    assert.match(refusal(() => reading('[{')).message, /sources\.json/);
  });
});
