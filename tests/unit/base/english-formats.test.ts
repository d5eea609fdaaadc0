/** What is written without Intl reads as Intl writes it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { byNumbers, byText, inFigures, inList } from '../../../src/base/english-formats.ts';

test('figures and lists are those of Intl in British English', () => {
  const numbers = new Intl.NumberFormat('en-GB');
  const lists = new Intl.ListFormat('en-GB');
  fc.assert(
    fc.property(fc.maxSafeNat(), (one) => assert.equal(inFigures(one), numbers.format(one))),
  );
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 6 }), (items) =>
      assert.equal(inList(items), lists.format(items)),
    ),
  );
  for (const number of [0, 999, 1000, 65_536, -1234, 1_000_000])
    assert.equal(inFigures(number), numbers.format(number));
});

test('numbers in names are sorted as numbers, dates by their letters', () => {
  assert.deepEqual(['CVE-2006-10', 'CVE-2006-9'].sort(byNumbers), ['CVE-2006-9', 'CVE-2006-10']);
  assert.deepEqual(['2021-10', '2020-11', ''].sort(byText), ['', '2020-11', '2021-10']);
});
