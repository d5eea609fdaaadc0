import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summary } from '../../src/checks/rules/summary.ts';
import { goodPageWith, problemsOf } from './good-page.ts';

const SUMMARY =
  'Example keeps the tide tables of a harbour office; let it be reached from the pier and from nowhere else.';
const wrongWith = (text: string) =>
  problemsOf(summary, goodPageWith([SUMMARY, text]).page).map(({ wrong }) => wrong);

test('a summary that says something passes', () => {
  assert.deepEqual(problemsOf(summary, goodPageWith().page), []);
});

test('one that repeats the title is found, with filling or without', () => {
  assert.match(wrongWith('Example').join(), /repeats the title/);
  assert.match(wrongWith('The default port of the Example server.').join(), /repeats the title/);
});

test("one that begins with 'Port N' is found", () => {
  assert.match(wrongWith('Port 4242 keeps the tide tables of a harbour.').join(), /begins with/);
  assert.match(
    wrongWith('TCP port 4242 keeps the tide tables of a harbour.').join(),
    /begins with/,
  );
  assert.deepEqual(wrongWith('Port knocking for the tide tables of a harbour.'), []);
});
