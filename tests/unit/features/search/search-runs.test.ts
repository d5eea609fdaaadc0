/** Rows: neighbours of one name are one, and why a row is there is said where its name does not. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Hit } from '../../../../src/features/search/hit.ts';
import { foldRuns } from '../../../../src/features/search/runs.ts';
import { sameWord } from '../../../../src/features/search/same-word.ts';

const hit = (port: number, name: string, group = 'g'): Hit => ({
  ...{ group, href: `/${port}`, port, name },
});
const shown = (hits: Hit[]) => foldRuns(hits).map(({ last, port }) => [port, last]);

describe('neighbours', () => {
  test('of one name are one row, at the place of the first', () => {
    const hits = [hit(80, 'HTTP'), hit(6001, 'X11'), hit(6000, 'X11'), hit(6002, 'X11')];
    assert.deepEqual(shown(hits), [
      [80, undefined],
      [6000, 6002],
    ]);
  });

  test('of other names, of other headings and with a gap are rows of their own', () => {
    const hits = [hit(1, 'a'), hit(2, 'b'), hit(3, 'b', 'other'), hit(5, 'b')];
    assert.equal(foldRuns(hits).length, 4);
  });

  test('without a name are not folded', () => {
    const bare = [1, 2].map((port): Hit => ({ group: 'g', href: `/${port}`, port }));
    assert.equal(foldRuns(bare).length, 2);
  });
});

describe('two words are one', () => {
  for (const [a, b] of [
    ['printer', 'printers'],
    ['queue', 'queues'],
    ['blocked', 'block'],
    ['sharing', 'shared'],
  ] as const)
    test(`${a}, ${b}`, () => assert.ok(sameWord(a, b)));

  for (const [a, b] of [
    ['redis', 'redirector'],
    ['port', 'portal'],
    ['8080', '808'],
  ] as const)
    test(`but not ${a}, ${b}`, () => assert.ok(!sameWord(a, b)));
});
