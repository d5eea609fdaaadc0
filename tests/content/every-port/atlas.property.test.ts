/** What holds for every port, whichever it is. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { PORT_COUNT, RANGES, rangeOf } from '../../../src/base/ranges.ts';
import { openAtlas } from '../../../src/facts/atlas/atlas.ts';
import type { Tables } from '../../../src/facts/atlas/load.ts';
import { isFree } from '../../../src/facts/atlas/verdict-rules.ts';
import { supportOf } from '../../../src/facts/registry/facts/support.ts';
import type { ServiceRow } from '../../../src/facts/schemas/registry.ts';
import { sharedAtlasWithoutPages } from '../../helpers/atlas.ts';
import { recordSchema } from '../../helpers/record-schema.ts';
import { changeRow, fromSource, printedRow, serviceRow, tablesWith } from '../../helpers/rows.ts';

const atlas = sharedAtlasWithoutPages();
const { tables } = atlas;
const anyPort = fc.integer({ min: 0, max: 65535 });
const every = { numRuns: 2000 };

const PORTS = Array.from({ length: 65536 }, (_, port) => port);
const records = PORTS.map((port) => atlas.port(port));
const levels = records.map(({ verdict }) => verdict.level);
const free = new Set(atlas.free());
const documented = new Set(atlas.documented());

/** Read from the tables anew: the lowest and the highest port of '6000-6063'. */
function ends(ports: string): [number, number] {
  const [low = '', high = low] = ports.split('-');
  return [Number(low), Number(high)];
}

function portsOf(rows: readonly { ports: string }[]): Set<number> {
  const all = new Set<number>();
  for (const { ports } of rows) {
    const [low, high] = ends(ports);
    for (let port = low; port <= high; port++) all.add(port);
  }
  return all;
}

/** Profiles and games that open more than 200 ports take none of them. */
const taking = <Row extends { ports: string }>(rows: readonly Row[]) =>
  rows.filter(({ ports }) => {
    const [low, high] = ends(ports);
    return high - low < 200;
  });

const fails = (ports: Iterable<number>, holds: (port: number) => boolean) =>
  // The first few tell enough.
  [...ports].filter((port) => !holds(port)).slice(0, 20);

describe('asking for a port', () => {
  test('any port from 0 to 65535 gives one record, and that port’s own', () => {
    fc.assert(
      fc.property(anyPort, (port) => {
        const record = atlas.port(port);
        assert.ok(!Array.isArray(record));
        assert.equal(record.port, port);
        assert.deepEqual(record, records[port]);
      }),
      every,
    );
  });

  test('any record has the shape that is promised, before and after JSON', () => {
    fc.assert(
      fc.property(anyPort, (port) => {
        const record = JSON.parse(JSON.stringify(atlas.port(port)));
        assert.deepEqual(recordSchema.parse(record), record);
      }),
      every,
    );
  });

  test('anything else is a RangeError that names it', () => {
    const noPort = fc.oneof(
      fc.integer({ max: -1 }),
      fc.integer({ min: 65536 }),
      fc.double().filter((number) => !Number.isInteger(number)),
      fc.constantFrom(65536, -1, Number.NaN, Number.POSITIVE_INFINITY, 80.5, 2 ** 32 + 80),
    );
    fc.assert(
      fc.property(noPort, (port) => {
        assert.throws(
          () => atlas.port(port),
          (error) => error instanceof RangeError && error.message.includes(String(port)),
        );
      }),
      every,
    );
  });

  test('the same atlas opened twice says the same', () => {
    const second = openAtlas(tables, []);
    fc.assert(
      fc.property(anyPort, (port) => assert.deepEqual(second.port(port), records[port])),
      every,
    );
  });
});

describe('the documented ports', () => {
  test('stand on both sides of any port: the one before is lower, the one after higher', () => {
    fc.assert(
      fc.property(anyPort, (port) => {
        const { previousDocumented: before, nextDocumented: after } = atlas.port(port);
        if (before !== undefined) assert.ok(before < port && documented.has(before));
        if (after !== undefined) assert.ok(after > port && documented.has(after));
      }),
      every,
    );
  });

  test('and none lies between a port and its neighbours', () => {
    let before: number | undefined;
    for (const record of records) {
      assert.equal(record.previousDocumented, before, `before ${record.port}`);
      if (record.documented) before = record.port;
    }
    let after: number | undefined;
    for (const record of records.toReversed()) {
      assert.equal(record.nextDocumented, after, `after ${record.port}`);
      if (record.documented) after = record.port;
    }
  });

  test('are exactly the records that say so', () => {
    assert.deepEqual(
      records.filter((record) => record.documented).map(({ port }) => port),
      atlas.documented(),
    );
  });
});

describe('any one source is enough to make a port documented', () => {
  const documentedIn = (facts: Partial<Tables>) => openAtlas(tablesWith(facts), []).documented();
  const label = { ports: '80', transport: 'tcp', name: 'x', ...fromSource('debian') };

  test('a service, a reservation, a withdrawal, a remark; but not a row that says Unassigned alone', () => {
    const by = (row: Partial<ServiceRow>) =>
      documentedIn({ services: [serviceRow({ ports: '80-81', ...row })] });
    assert.deepEqual(by({ service: 'x' }), [80, 81]);
    assert.deepEqual(by({ description: 'Reserved' }), [80, 81]);
    assert.deepEqual(by({ description: 'De-registered' }), [80, 81]);
    assert.deepEqual(by({ description: 'Unassigned', notes: 'x' }), [80, 81]);
    assert.deepEqual(by({ description: 'Unassigned', unauthorized_use: 'x' }), [80, 81]);
    assert.deepEqual(by({ description: 'Unassigned' }), []);
  });

  test('a change, a printed list, a browser; a book, unless its range is wide', () => {
    assert.deepEqual(documentedIn({ changes: [changeRow({ ports: '80' })] }), [80]);
    assert.deepEqual(documentedIn({ printed: [printedRow({ ports: '80' })] }), [80]);
    const refused = { port: '80', fetch: 'yes', chromium: 'no', firefox: 'no' } as const;
    assert.deepEqual(documentedIn({ browsers: [refused] }), [80]);
    assert.deepEqual(documentedIn({ labels: [label] }), [80]);
    assert.deepEqual(documentedIn({ labels: [{ ...label, ports: '80-1080' }] }), []);
    assert.deepEqual(documentedIn({}), []);
  });
});

describe('the free ports', () => {
  test('are none that a list labels, not even with a range, unless it has over 200 ports', () => {
    assert.deepEqual(
      fails(portsOf(taking(tables.labels)), (port) => !free.has(port)),
      [],
    );
  });

  test('are none that a program, a game, a device or a service uses, not even with a wide range', () => {
    const { devices, games, programs, vendorServices } = tables;
    assert.deepEqual(
      fails(
        portsOf([programs, taking(games), devices, vendorServices].flat()),
        (port) => !free.has(port),
      ),
      [],
    );
  });

  test('are none that is attacked, watched, amplifies or stands in an RFC', () => {
    const { amplification, attacks, exposure, rfcs } = tables;
    assert.deepEqual(
      fails(portsOf([amplification, attacks, exposure, rfcs].flat()), (port) => !free.has(port)),
      [],
    );
  });

  test('are none that a browser refuses', () => {
    assert.deepEqual(
      tables.browsers.filter(({ port }) => free.has(Number(port))),
      [],
    );
  });

  test('are none that the registry assigns, reserves, names or withdrew', () => {
    const named = tables.services.filter(
      ({ service, description }) => service !== '' || !/^unassigned$/i.test(description),
    );
    assert.ok(named.length > 12_000);
    assert.deepEqual(
      fails(portsOf(named), (port) => !free.has(port)),
      [],
    );
  });

  test('are none that the registry reports in use, or writes a note about', () => {
    const noted = tables.services.filter((row) => row.unauthorized_use !== '' || row.notes !== '');
    // A range is noted as a whole, or for the ports of it that the note names.
    const about = noted.flatMap((row) => {
      const [low, high] = ends(row.ports);
      const named = `${row.notes} ${row.unauthorized_use}`.match(/\b\d{1,5}(-\d{1,5})?\b/g) ?? [];
      const within = named.filter((ports) => ends(ports)[0] >= low && ends(ports)[1] <= high);
      return within.length > 0 ? within.map((ports) => ({ ports })) : [row];
    });
    assert.deepEqual(
      fails(portsOf(about), (port) => !free.has(port)),
      [],
    );
  });

  test('are none that a past copy of the registry or a printed list had', () => {
    const past = portsOf([...tables.changes, ...tables.printed]);
    assert.deepEqual(
      fails(past, (port) => !free.has(port)),
      [],
    );
  });

  test('are all the others: nothing is left out', () => {
    const taken = portsOf([
      ...taking(tables.labels),
      ...tables.programs,
      ...taking(tables.games),
      ...tables.devices,
      ...tables.vendorServices,
      ...tables.changes,
      ...tables.printed,
      ...tables.browsers.map(({ port }) => ({ ports: port })),
    ]);
    const others = PORTS.filter((port) => !taken.has(port) && !documented.has(port));
    assert.deepEqual(atlas.free(), others);
  });

  test('are exactly those that the verdict calls free', () => {
    assert.deepEqual(
      records.filter(isFree).map(({ port }) => port),
      atlas.free(),
    );
    assert.deepEqual(
      records
        .filter(({ verdict }) => verdict.reasons.some(({ id }) => id === 'free'))
        .map(({ port }) => port),
      atlas.free(),
    );
  });

  test('nearest to any port are free, are another port, and the nearest comes first', () => {
    fc.assert(
      fc.property(anyPort, (port) => {
        const { nearestFree, verdict } = atlas.port(port);
        // Beside a good port others are drawn: suggestions.test.ts.
        if (verdict.level === 'good') return;
        assert.equal(nearestFree.length, 4);
        assert.equal(new Set(nearestFree).size, 4);
        assert.ok(nearestFree.every((other) => free.has(other) && other !== port));
        const distances = nearestFree.map((other) => Math.abs(other - port));
        assert.deepEqual(
          distances,
          distances.toSorted((a, b) => a - b),
        );
        // No free port that was left out is nearer than one that was taken.
        const farthest = distances.at(-1) ?? 0;
        for (let other = port - farthest + 1; other < port + farthest; other++) {
          if (other !== port && free.has(other)) assert.ok(nearestFree.includes(other));
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('a remark on unauthorized use stands only with the ports that it names', () => {
  const told = records.flatMap(({ port, remarks }) =>
    remarks.filter((text) => /unauthori[sz]ed use.*\d/i.test(text)).map((text) => ({ port, text })),
  );
  const named = (text: string) => (text.match(/\d+(-\d+)?/g) ?? []).map(ends);
  assert.ok(told.length > 20);
  assert.deepEqual(
    told.filter(({ port, text }) => !named(text).some(([a, b]) => a <= port && port <= b)),
    [],
  );
});

describe('the ranges', () => {
  test('divide the ports from 0 to 65535 without a gap and without an overlap', () => {
    assert.equal(PORT_COUNT, 65536);
    let next = 0;
    for (const { low, high } of RANGES) {
      assert.equal(low, next);
      assert.ok(high >= low);
      next = high + 1;
    }
    assert.equal(next, 65536);
  });

  test('any port is told the one range that holds it', () => {
    fc.assert(
      fc.property(anyPort, (port) => {
        const holding = RANGES.filter(({ low, high }) => low <= port && port <= high);
        assert.deepEqual(
          holding.map(({ id }) => id),
          [rangeOf(port)],
        );
        assert.equal(atlas.port(port).range, rangeOf(port));
      }),
      every,
    );
  });
});

describe('the verdict', () => {
  test('of any port is as grave as its gravest reason', () => {
    const gravity = ['note', 'good', 'care', 'avoid'];
    fc.assert(
      fc.property(anyPort, (port) => {
        const { level, reasons } = atlas.port(port).verdict;
        const gravest = Math.max(1, ...reasons.map((reason) => gravity.indexOf(reason.level)));
        assert.equal(level, gravity[gravest]);
      }),
      every,
    );
  });

  test('of every port has a reason', () => {
    assert.deepEqual(
      records.filter(({ verdict }) => verdict.reasons.length === 0).map(({ port }) => port),
      [],
    );
  });

  test('offers better ports, each of them good, wherever it is not good itself', () => {
    for (const { port, verdict } of records) {
      assert.equal(verdict.better.length, verdict.level === 'good' ? 0 : 3, `${port}`);
      assert.deepEqual(
        fails(verdict.better, (other) => levels[other] === 'good' && other !== port),
        [],
        `${port}`,
      );
    }
  });

  test('good is said of free ports only', () => {
    assert.deepEqual(
      fails(PORTS, (port) => levels[port] !== 'good' || free.has(port)),
      [],
    );
  });
});

describe('the timeline of every port', () => {
  test('is in the order of its dates', () => {
    for (const { port, timeline } of records) {
      const dates = timeline.map(({ when }) => when.date);
      assert.deepEqual(dates, dates.toSorted(), `${port}`);
    }
  });

  test('has no date after the newest source, and no interval that ends before it begins', () => {
    const newest =
      [...atlas.sources.values()]
        .map(({ date }) => date)
        .toSorted()
        .at(-1) ?? '';
    for (const { port, timeline } of records) {
      for (const { when } of timeline) {
        assert.ok(when.date <= newest, `${port}: ${when.date}`);
        if (when.precision === 'between') assert.ok(when.after < when.date, `${port}`);
      }
    }
  });
});

describe('the sources', () => {
  test('of every record, its labels and its events stand in sources.json', () => {
    for (const { port, sources, labels, timeline } of records) {
      const named = [...sources, ...labels.map((label) => label.source)];
      for (const id of [...named, ...timeline.map(({ source }) => source)]) {
        assert.ok(atlas.sources.has(id), `${port}: ${id}`);
      }
      assert.equal(new Set(sources).size, sources.length, `${port}`);
    }
  });

  test('of every record include those of its labels and its events, and the registry', () => {
    for (const { port, sources, labels, timeline } of records) {
      for (const { source } of [...labels, ...timeline]) {
        assert.ok(sources.includes(source), `${port}: ${source}`);
      }
      assert.ok(sources.includes('iana'));
    }
  });

  test('tell how many rows each table has', () => {
    const rows: Record<string, number> = {
      iana: tables.services.length,
      'iana-people': tables.people.length,
      'iana-history': tables.changes.length,
      rfc: tables.printed.length,
      browsers: tables.browsers.length,
      ephemeral: tables.ephemeral.length,
      privileged: tables.privileged.length,
    };
    const support = supportOf({ ...tables, 'vendor-services': tables.vendorServices });
    for (const { id, rows: told } of tables.sources) {
      if (support.has(id)) {
        assert.equal(told, support.get(id), id);
        continue;
      }
      const count = rows[id] ?? tables.labels.filter(({ source }) => source === id).length;
      assert.equal(told, count, id);
    }
  });
});
