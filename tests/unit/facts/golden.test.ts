/**
 * The whole record of some ports, held to copies that were read by eye against the sources.
 * UPDATE_GOLDEN=1 node --test tests/unit/golden.test.ts writes them anew: read the difference then.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { sharedAtlasWithoutPages } from '../../helpers/atlas.ts';

const GOLDEN = [
  0, 2, 22, 443, 3261, 3330, 3332, 3403, 5000, 6000, 6063, 8080, 10080, 49151, 49152, 61000, 65535,
];

const { UPDATE_GOLDEN } = process.env;
const dir = join(import.meta.dirname, 'golden');
const atlas = sharedAtlasWithoutPages();

function recordOf(port: number): unknown {
  const { page, ...record } = atlas.port(port);
  assert.equal(page, undefined);
  return JSON.parse(JSON.stringify(record));
}

describe('the record of a port is the one that was read and found right', () => {
  for (const port of GOLDEN) {
    test(String(port), () => {
      const file = join(dir, `${port}.json`);
      const record = recordOf(port);
      if (UPDATE_GOLDEN === '1') {
        writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
      }
      assert.deepEqual(record, JSON.parse(readFileSync(file, 'utf8')));
    });
  }

  test('there is no copy that nothing compares', () => {
    assert.deepEqual(readdirSync(dir).toSorted(), GOLDEN.map((port) => `${port}.json`).toSorted());
  });
});
