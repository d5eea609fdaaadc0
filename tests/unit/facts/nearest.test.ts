/** The nearest members of a sorted list of ports. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { freePorts, goodPorts, testsFrom } from '../../../src/facts/atlas/free.ts';
import { lowerBound, nearest } from '../../../src/facts/atlas/nearest.ts';
import type { EphemeralRow } from '../../../src/facts/schemas/registry.ts';
import { fromSource } from '../../helpers/rows.ts';

const anyPort = fc.integer({ min: 0, max: 65535 });
const sortedPorts = fc
  .uniqueArray(anyPort, { maxLength: 40 })
  .map((ports) => ports.toSorted((a, b) => a - b));

describe('nearest', () => {
  test('goes outwards on both sides', () => {
    assert.deepEqual(nearest([10, 20, 30, 40], 26, 3), [30, 20, 40]);
  });

  test('takes the higher one first in a tie', () => {
    assert.deepEqual(nearest([10, 30], 20, 2), [30, 10]);
  });

  test('never takes the port itself', () => {
    assert.deepEqual(nearest([10, 20, 30], 20, 3), [30, 10]);
    assert.deepEqual(nearest([20], 20, 3), []);
  });

  test('gives what there is where there is not enough', () => {
    assert.deepEqual(nearest([], 20, 3), []);
    assert.deepEqual(nearest([65535], 0, 3), [65535]);
    assert.deepEqual(nearest([1, 2], 0, 5), [1, 2]);
    assert.deepEqual(nearest([1, 2], 65535, 5), [2, 1]);
    assert.deepEqual(nearest([1, 2], 1, 0), []);
  });

  test('is what sorting the whole list by distance gives', () => {
    fc.assert(
      fc.property(sortedPorts, anyPort, fc.nat({ max: 10 }), (ports, port, count) => {
        const slowly = ports
          .filter((other) => other !== port)
          .toSorted((a, b) => Math.abs(a - port) - Math.abs(b - port) || b - a)
          .slice(0, count);
        assert.deepEqual(nearest(ports, port, count), slowly);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('lowerBound', () => {
  test('is the index of the first that is not smaller, or the length', () => {
    fc.assert(
      fc.property(sortedPorts, anyPort, (ports, port) => {
        const index = ports.findIndex((other) => other >= port);
        assert.equal(lowerBound(ports, port), index < 0 ? ports.length : index);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('free and good ports', () => {
  const label = { ports: '2000-2002', transport: 'tcp', name: 'x', ...fromSource('gufw') };
  const ephemeral = (facts: Partial<EphemeralRow>): EphemeralRow => ({
    system: 'Linux',
    versions: '',
    low: 3000,
    high: 3001,
    setting: '',
    kind: 'current',
    reference: '',
    ...facts,
  });

  test('free are all but the documented ones and those under a label', () => {
    const free = new Set(freePorts([0, 80, 65535], [label]));
    assert.equal(free.size, 65536 - 3 - 3);
    for (const taken of [0, 80, 65535, 2000, 2001, 2002]) assert.ok(!free.has(taken), `${taken}`);
    for (const other of [1, 1999, 2003, 65534]) assert.ok(free.has(other), `${other}`);
  });

  test('good are the free ones from 1024 on that none of the systems lends out today', () => {
    const rows = [
      ephemeral({}),
      ephemeral({ low: 3002, high: 3002, kind: 'other' }),
      ephemeral({ low: 3003, high: 3003, system: 'OpenBSD' }),
    ];
    assert.deepEqual(
      goodPorts(
        testsFrom([1, 1023, 1024, 2999, 3000, 3001, 3002, 3003], { ephemeral: rows }, ['Linux']),
      ),
      [1024, 2999, 3002, 3003],
    );
  });
});
