/** The field 'May I use port'. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { portsTyped } from '../../../../src/features/choose/ports-typed.ts';

const TYPED: readonly [string, number[] | undefined][] = [
  ['8080', [8080]],
  [' 08080 ', [8080]],
  ['5432/tcp', [5432]],
  ['UDP/53', [53]],
  ['24870-24871', [24870, 24871]],
  ['24871 – 24870', [24870, 24871]],
  ['6881-6883/tcp', [6881, 6882, 6883]],
  ['65535', [65535]],
  ['65536', undefined],
  ['1-8', [1, 2, 3, 4, 5, 6, 7, 8]],
  // More than can be read one by one are counted together.
  ['1-9', []],
  ['50000-50100/tcp', []],
  ['1-65535', undefined],
  ['5432/ipx', undefined],
  ['-80', undefined],
  ['1.5', undefined],
  ['', undefined],
];

for (const [text, ports] of TYPED)
  test(`'${text}'`, () => {
    assert.deepEqual(portsTyped(text)?.ports, ports);
  });
