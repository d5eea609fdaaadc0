/** The files that hold all ports and names agree with the records, with each other, and with themselves a second time. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse as parseCsv } from 'csv-parse/sync';
import { writeDataFiles } from '../../src/build/data-files.ts';
import { openAtlas } from '../../src/facts/atlas/atlas.ts';
import type { PortsJson, ServicesJson } from '../../src/facts/schemas/bulk-json.ts';
import { CSV_COLUMNS } from '../../src/features/exports/port-line.ts';
import { jsonSchema } from '../../src/features/exports/schemas.ts';
import { assertNone } from '../helpers/assert-none.ts';
import { faultsOf, validatorOf } from '../helpers/schema-validator.ts';
import { inSite } from '../helpers/site-files.ts';

const atlas = openAtlas();
const text = (name: string) => readFileSync(inSite(name), 'utf8');
const ports: PortsJson = JSON.parse(text('ports.json'));
const services: ServicesJson = JSON.parse(text('services.json'));

test('written again, from facts read again, every file has the bytes of the site', (context) => {
  const again = mkdtempSync(join(tmpdir(), 'portolan-data-'));
  context.after(() => rmSync(again, { recursive: true }));
  writeDataFiles(again, atlas);
  const files = readdirSync(again, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(parentPath, name).slice(again.length + 1));
  assert.ok(files.length > 18_000);
  assertNone(
    files.filter((file) => !readFileSync(join(again, file)).equals(readFileSync(inSite(file)))),
  );
});

describe('/ports.json', () => {
  test('is what its schema says', () => {
    const validate = validatorOf(jsonSchema('/schema/ports-1.json', { closed: true }));
    assertNone(faultsOf(validate, ports));
  });

  test('has the documented ports, in order, each in a line of its own', () => {
    assert.deepEqual(
      ports.ports.map(({ port }) => port),
      atlas.documented(),
    );
    const lines = text('ports.json')
      .split('\n')
      .filter((line) => line.startsWith('{"port":'));
    assert.equal(lines.length, ports.ports.length);
    assert.deepEqual(JSON.parse(lines[5]?.replace(/,$/, '') ?? ''), ports.ports[5]);
  });

  test('agrees with the file of each port', () => {
    for (const { answer, name, port, status, transports } of ports.ports) {
      const document = JSON.parse(text(`${port}.json`));
      assert.deepEqual([answer, name, status], [document.answer, document.name, document.status]);
      assert.equal(Object.keys(transports).length, document.transports.length);
    }
  });
});

describe('/ports.csv', () => {
  test('tells the same, to another reader of CSV', () => {
    const rows: Record<string, string>[] = parseCsv(text('ports.csv'), { columns: true });
    assert.equal(rows.length, ports.ports.length);
    assert.deepEqual(Object.keys(rows[0] ?? {}), Object.keys(CSV_COLUMNS));
    for (const [index, row] of rows.entries()) {
      const entry = ports.ports[index];
      assert.deepEqual(
        [row.port, row.name, row.status, row.answer, row.verdict, row.exposure],
        [
          String(entry?.port),
          entry?.name,
          entry?.status,
          entry?.answer,
          entry?.verdict,
          entry?.exposure ?? '',
        ],
      );
      assert.equal(row.tcp_services, entry?.transports.tcp?.services.join(' ') ?? '');
    }
  });

  test('has a line for a port, so that grep finds a whole row', () => {
    assert.equal(text('ports.csv').trimEnd().split('\n').length, ports.ports.length + 1);
    assert.doesNotMatch(text('ports.csv'), /\r/);
  });

  test('has no cell that a spreadsheet takes for a formula', () => {
    const rows: string[][] = parseCsv(text('ports.csv'));
    assertNone(rows.flat().filter((cell) => /^[=+@\t]/.test(cell)));
  });
});

describe('/services.json', () => {
  test('is what its schema says', () => {
    const validate = validatorOf(jsonSchema('/schema/services-1.json', { closed: true }));
    assertNone(faultsOf(validate, services));
  });

  test('has each registered name, once, in order', () => {
    const names = services.services.map(({ name }) => name.toLowerCase());
    assert.deepEqual(names, [...new Set(names)].toSorted());
    const registered = services.services.filter((service) => service.registered).length;
    assert.ok(registered > 5500, String(registered));
  });

  test('says who says so', () => {
    const ids = new Set([...services.sources.map(({ id }) => id), 'portolan']);
    for (const { name, ports: own } of services.services)
      for (const { source } of own) assert.ok(ids.has(source), name);
    const postgres = services.services.find(({ name }) => name === 'postgresql');
    assert.deepEqual(
      postgres?.ports.find(({ source }) => source === 'iana'),
      { ports: '5432', transports: ['tcp', 'udp'], source: 'iana' },
    );
  });
});
