/**
 * The atlas against a second reading of the registry's table, written from what the registry means
 * and not from our code: another CSV parser, one array per transport, no index of spans.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { sharedAtlasWithoutPages } from '../../helpers/atlas.ts';

type Row = Record<'ports' | 'transport' | 'service' | 'description', string>;

const table = join(import.meta.dirname, '../../../content/registry/iana-services.csv');
const rows: Row[] = parse(readFileSync(table), { columns: true });

/** What one row says, from what IANA writes in it. */
function saying({ service, description }: Row): string {
  const text = description.toLowerCase().replaceAll('-', '');
  const gone = ['deregistered', 'removed', 'deprecated', 'decommissioned', 'decomissioned'];
  if (gone.some((word) => text.startsWith(word))) return 'de-registered';
  if (service) return 'assigned';
  if (text.startsWith('reserved')) return 'reserved';
  return text.startsWith('unassigned') || text.startsWith('(unassigned)')
    ? 'unassigned'
    : 'assigned';
}

/** A service outweighs a withdrawal, a withdrawal a reservation, and that the ranges of nobody's. */
const WEIGHT = ['unassigned', 'reserved', 'de-registered', 'assigned'];

interface Cell {
  status: string;
  services: Set<string>;
}

/** What the rows of one transport say, port by port; '' stands for the rows that name none. */
const readings = new Map<string, Map<number, Cell>>();
for (const row of rows) {
  const reading = readings.get(row.transport) ?? new Map<number, Cell>();
  readings.set(row.transport, reading);
  const [first = '', last = first] = row.ports.split('-');
  for (let port = Number(first); port <= Number(last); port++) {
    const cell = reading.get(port) ?? { status: 'unassigned', services: new Set() };
    reading.set(port, cell);
    const status = saying(row);
    if (WEIGHT.indexOf(status) > WEIGHT.indexOf(cell.status)) cell.status = status;
    if (status === 'assigned' && row.service) cell.services.add(row.service);
  }
}

function read(port: number, transport: string): Cell {
  const nothing = port > 49151 ? 'dynamic' : 'never-assigned';
  return (
    readings.get(transport)?.get(port) ??
    readings.get('')?.get(port) ?? { status: nothing, services: new Set() }
  );
}

function overall(port: number): string {
  const said = [...readings.values()].map((reading) => reading.get(port)?.status ?? '');
  const heaviest = said.toSorted((a, b) => WEIGHT.indexOf(b) - WEIGHT.indexOf(a))[0];
  return heaviest || (port > 49151 ? 'dynamic' : 'never-assigned');
}

const PORTS = Array.from({ length: 65536 }, (_, port) => port);
const atlas = sharedAtlasWithoutPages();
const records = PORTS.map((port) => atlas.port(port));

describe('the atlas and a second reading of the registry', () => {
  test('the table was read: 13,463 rows of four kinds', () => {
    assert.equal(rows.length, 13_463);
    assert.deepEqual(
      new Set(rows.map(saying)),
      new Set(['assigned', 'reserved', 'unassigned', 'de-registered']),
    );
  });

  test('agree on the status of every port on every transport', (t) => {
    const different = records.flatMap(({ port, transports }) =>
      transports
        .filter(({ transport, status }) => read(port, transport).status !== status)
        .map(({ transport, status }) => `${port}/${transport}: ${status}`),
    );
    const compared = records.reduce((sum, { transports }) => sum + transports.length, 0);
    t.diagnostic(`${compared} statuses compared, ${different.length} disagreements`);
    assert.ok(compared > 2 * 65536);
    assert.deepEqual(different, []);
  });

  test('agree on the services of every port on every transport', () => {
    const different = records.flatMap(({ port, transports }) =>
      transports
        .filter(({ transport, services }) => {
          const names = read(port, transport).services;
          return names.size !== services.length || services.some((name) => !names.has(name));
        })
        .map(({ transport, services }) => `${port}/${transport}: ${services}`),
    );
    assert.deepEqual(different, []);
  });

  test('agree on which transports a port has: TCP, UDP and those that a row names', () => {
    const named = [...readings.keys()].filter((transport) => transport !== '');
    const different = records.filter(({ port, transports }) => {
      const expected = new Set(['tcp', 'udp']);
      for (const transport of named) {
        if (readings.get(transport)?.has(port)) expected.add(transport);
      }
      return transports.map(({ transport }) => transport).join() !== [...expected].join();
    });
    assert.deepEqual(
      different.map(({ port }) => port),
      [],
    );
  });

  test('agree on which transports only a row without a transport speaks for', () => {
    const different = records.flatMap(({ port, transports }) =>
      transports.filter(({ transport, unstated }) => {
        const own = readings.get(transport)?.has(port) ?? false;
        return unstated !== (!own && (readings.get('')?.has(port) ?? false));
      }),
    );
    assert.deepEqual(different, []);
  });

  test('agree on the overall status of every port, in records and in statuses()', () => {
    const statuses = atlas.statuses();
    assert.equal(statuses.length, 65536);
    const different = records.filter(
      ({ port, status }) => status !== overall(port) || statuses[port] !== status,
    );
    assert.deepEqual(
      different.map(({ port }) => port),
      [],
    );
  });
});

describe('how many ports have which status', () => {
  const having = (wanted: string) =>
    records.filter(({ status }) => status === wanted).map(({ port }) => port);

  test('assigned 6,358, reserved 64, unassigned 42,721, dynamic 16,384', () => {
    assert.equal(having('assigned').length, 6_358);
    assert.equal(having('reserved').length, 64);
    assert.equal(having('unassigned').length, 42_721);
    assert.equal(having('dynamic').length, 16_384);
    assert.equal(having('never-assigned').length, 0);
  });

  test('de-registered: nine ports, and these', () => {
    assert.deepEqual(
      having('de-registered'),
      [585, 659, 1028, 1783, 2682, 3403, 3404, 9006, 26264],
    );
  });

  test('assigned on TCP and UDP 5,350, on TCP alone 552, on UDP alone 173, transport not given 190', () => {
    // Of each port, the transports that a row of its own assigns; '' for a row that names none.
    const on = (port: number) =>
      [...readings.keys()].filter((name) => readings.get(name)?.get(port)?.status === 'assigned');
    const counts = new Map<string, number>();
    for (const port of having('assigned')) {
      const key = on(port).toSorted().join('+');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    assert.equal(counts.get('tcp+udp'), 5_350);
    assert.equal(counts.get('tcp'), 552);
    assert.equal(counts.get('udp'), 173);
    assert.equal(counts.get(''), 190);
  });

  test('assigned on SCTP 88, on DCCP 9', () => {
    const on = (wanted: string) =>
      records.filter(({ transports }) =>
        transports.some(({ transport, status }) => transport === wanted && status === 'assigned'),
      ).length;
    assert.equal(on('sctp'), 88);
    assert.equal(on('dccp'), 9);
  });
});
