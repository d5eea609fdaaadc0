/** Cells that were made to keep the importer busy. */
import { test } from 'node:test';
import { cleanDate, cleanPorts, cleanText } from '../../../src/facts/registry/clean.ts';
import { parseCsv } from '../../../src/facts/registry/csv.ts';
import { diffSnapshots } from '../../../src/facts/registry/diff.ts';
import { changedCells } from '../../../src/facts/registry/plausible.ts';
import type { ServiceRow } from '../../../src/facts/schemas/registry.ts';
import { assertLinear } from '../../helpers/growth.ts';

const attempt = (work: () => unknown) => {
  try {
    work();
  } catch {
    // What is no port and no date is refused; how long that takes is what counts here.
  }
};

test('twice the cell takes twice the time', () => {
  const parts = [
    'a',
    'a@',
    'a@a.',
    '<',
    'previous contact was [',
    '√',
    ' ',
    '\u00a0-',
    '1',
    '1-',
    'Jan ',
  ];
  for (const part of parts) {
    const cell = (size: number) => `${part.repeat(size / part.length)}!`;
    assertLinear(`text ${part}`, cell, cleanText);
    assertLinear(`ports ${part}`, cell, (text) => attempt(() => cleanPorts(text, 1)));
    assertLinear(`date ${part}`, cell, (text) => attempt(() => cleanDate(text, 1, 'x')));
  }
});

test('twice the file takes twice the time', () => {
  for (const part of ['a', 'a,', ',', '"', '""', '","', '\n', '\r', '"\n', '\ufeff', 'a,80,tcp\n'])
    assertLinear(
      `file of ${JSON.stringify(part)}`,
      (size) => part.repeat(size / part.length),
      (text) => attempt(() => parseCsv(text)),
      128_000,
    );
});

const EMPTY: ServiceRow = {
  ...{ ports: '', transport: '', service: '', description: '', assignee: '', registered: '' },
  ...{ modified: '', reference: '', service_code: '', unauthorized_use: '', notes: '' },
};

/** Four rows a port: a file with a crowd on one is refused when it is read. */
test('twice the rows take twice the time, whatever has become of them', () => {
  const rows = (count: number, of: (index: number) => Partial<ServiceRow>): ServiceRow[] =>
    Array.from({ length: count }, (_, index) => ({
      ...EMPTY,
      ports: String(index >> 2),
      transport: 'tcp',
      ...of(index),
    }));
  const before = (count: number) => rows(count, (index) => ({ service: `a${index}` }));
  for (const [name, after] of Object.entries({
    'all renamed': (count: number) => rows(count, (index) => ({ service: `b${index}` })),
    'all moved': (count: number) =>
      rows(count, (index) => ({ service: `a${index}`, ports: String((index >> 2) + 1) })),
    'all in another order': (count: number) => before(count).toReversed(),
    'all gone': () => [],
  }))
    assertLinear(
      name,
      (size) => ({ old: before(size / 8), now: after(size / 8) }),
      ({ now, old }) => {
        diffSnapshots({ date: '2026-01-01', rows: old }, { date: '2026-02-01', rows: now });
        changedCells(old, now);
      },
      128_000,
    );
});
