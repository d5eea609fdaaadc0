/** Cells that were made to keep the importer busy. */
import { test } from 'node:test';
import { cleanDate, cleanPorts, cleanText } from '../../../src/facts/registry/clean.ts';
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
