import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dates } from '../../src/checks/rules/dates.ts';
import { goodPageWith, problemsOf } from './good-page.ts';

const wrongWith = (...changes: [string, string][]) =>
  problemsOf(dates, goodPageWith(...changes).page).map(({ wrong }) => wrong);

test('dates in order pass, and a year is neither before nor after its days', () => {
  assert.deepEqual(wrongWith(), []);
  assert.deepEqual(
    wrongWith(['- date: "2003"', '- date: "2003-09"'], ['"2003-08-14"', '"2003"']),
    [],
  );
});

test('a history out of order is found', () => {
  const { page, line } = goodPageWith(['"2003-08-14"', '"2002-12"']);
  const [problem] = problemsOf(dates, page);
  assert.equal(problem?.line, line('"2002-12"'));
  assert.equal(problem?.wrong, '2002-12 stands after 2003');
});

test('the future is found in every field', () => {
  assert.deepEqual(wrongWith(['"2003-08-14"', '"2027"']), ['date 2027 lies in the future']);
  assert.deepEqual(wrongWith(['checked: "2026-11-20"', 'checked: "2026-11-21"']), [
    'checked 2026-11-21 lies in the future',
  ]);
  assert.deepEqual(wrongWith(['updated: "2026-11-20"', 'updated: "2026-12-01"']), [
    'updated 2026-12-01 lies in the future',
  ]);
  assert.deepEqual(wrongWith(['until: "2019-05"', 'until: "2026-12"']), [
    'until 2026-12 lies in the future',
  ]);
  assert.deepEqual(wrongWith(['until: "2019-05"', 'until: "2026"']), []);
});

test('an event later than the page is found', () => {
  assert.deepEqual(wrongWith(['updated: "2026-11-20"', 'updated: "2016-01-01"']), [
    '2017-03 is later than the page, which is of 2016-01-01',
  ]);
});

test('an end before its beginning is found', () => {
  assert.deepEqual(wrongWith(['until: "2019-05"', 'until: "2002"']), [
    'until 2002 is before since 2003',
  ]);
});

test('a source that was checked before it was published is found', () => {
  assert.match(
    wrongWith(
      ['date: "2004"', 'date: "2026-11-20"'],
      ['checked: "2026-11-20"', 'checked: "2026-10-20"'],
    ).join(),
    /before the source's date/,
  );
});

test('a day that is in no calendar is found', () => {
  assert.deepEqual(wrongWith(['"2003-08-14"', '"2003-02-29"']), [
    'date 2003-02-29 is not in the calendar',
  ]);
});
