/** Which ports are suggested beside another: near by, spread, and never those of the port beside it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { suggested, UNALIKE } from '../../../src/facts/atlas/suggest.ts';

/** Ports of which some are good, in runs and gaps as they come. */
const goodPorts = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 300 })), {
    minLength: 6,
    maxLength: 60,
  })
  .map((runs) => {
    let port = 1024;
    return runs
      .flatMap(([gap, length]) => {
        port += gap;
        const run = Array.from({ length }, (_, at) => port + at);
        port += length;
        return run;
      })
      .filter((one) => one < 65536);
  })
  .filter((ports) => ports.length >= 8 * UNALIKE);
const anyPort = fc.integer({ min: 0, max: 65535 });

describe('what is suggested', () => {
  test('is three good ports, each once, and never the port itself', () => {
    fc.assert(
      fc.property(goodPorts, anyPort, (good, port) => {
        const found = suggested(good, port);
        assert.equal(new Set(found).size, 3);
        for (const one of found) assert.ok(one !== port && good.includes(one), `${one}`);
      }),
      { numRuns: 300 },
    );
  });

  test('is another for each of sixteen ports that follow one another', () => {
    fc.assert(
      fc.property(goodPorts, anyPort, (good, port) => {
        const all = Array.from({ length: UNALIKE }, (_, at) => suggested(good, port + at)).flat();
        assert.equal(new Set(all).size, all.length);
      }),
      { numRuns: 100 },
    );
  });

  test('lies near by where there are good ports near by', () => {
    const good = Array.from({ length: 20_000 }, (_, at) => 5000 + at);
    for (const port of [6000, 12_345, 20_000])
      for (const one of suggested(good, port)) assert.ok(Math.abs(one - port) <= 500, `${one}`);
  });

  test('is fewer only where there are fewer, and nothing where there is nothing', () => {
    assert.deepEqual(suggested([], 80), []);
    assert.deepEqual(suggested([80], 80), []);
    assert.ok(suggested([4000, 4001, 4002], 80).length <= 3);
  });
});
