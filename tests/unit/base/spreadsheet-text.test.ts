import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spreadsheetText } from '../../../src/base/spreadsheet-text.ts';
import { reportCsv } from '../../../src/feedback/report-text.ts';
import { assertLinear } from '../../helpers/growth.ts';

test('what a spreadsheet would carry out is text', () => {
  for (const text of [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '＝1',
    '＋1',
    '－1',
    '＠A1',
    ' =1',
    '"=1',
  ])
    assert.equal(spreadsheetText(text), `'${text}`, JSON.stringify(text));
  assert.equal(spreadsheetText('a;=cmd'), "a;'=cmd");
  assert.equal(spreadsheetText('a; ＝cmd;b'), "a;' ＝cmd;b");
  assert.equal(spreadsheetText('a\n=cmd'), "a\n'=cmd");
});

test('and nothing else is changed', () => {
  for (const text of ['', 'a=b', 'a-b', 'ms-sql-s', 'a; b', 'C++', '22', 'a, -b'])
    assert.equal(spreadsheetText(text), text);
});

test('twice the text takes twice the time', () => {
  for (const part of ['\t', ';', '; ', '"', '=', ';='])
    assertLinear(part, (size) => part.repeat(size / part.length), spreadsheetText);
});

test('in the report of the answers too', () => {
  const faces = { yes: 0, partly: 0, no: 1 };
  const note = {
    day: '',
    locale: '',
    face: 'no',
    reasons: [],
    text: 'a;=cmd',
    version: '',
  } as const;
  const page = { port: 1, score: 1, faces, reasons: {}, notes: [{ ...note, reasons: [] }] };
  const report = { since: null, locale: null, answers: 1, resolved: 0, pages: [page], locales: [] };
  assert.match(reportCsv(report), /a;'=cmd/);
});
