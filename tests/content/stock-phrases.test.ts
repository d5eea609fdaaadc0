import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readPhrases } from '../../src/checks/phrases.ts';
import { stockPhrases } from '../../src/checks/rules/stock-phrases.ts';
import { goodPageSaying, goodPageWith, problemsOf } from './good-page.ts';

const list = [
  { phrase: 'in the world of', instead: 'begin there' },
  { phrase: 'robust*' },
  { phrase: 'landscape' },
  { phrase: 'not just … but' },
];
const found = (body: string) =>
  problemsOf(stockPhrases, goodPageSaying(body), { stockPhrases: list }).map(({ wrong }) => wrong);

test('plain words pass', () => {
  assert.deepEqual(found('A world of robots, in the worlds of others.'), []);
});

test('phrases are found, over line ends and in any case', () => {
  const { page, line } = goodPageWith(['when the sea is rough', 'in the\nworld of tides']);
  const [problem] = problemsOf(stockPhrases, page, { stockPhrases: list });
  assert.equal(problem?.line, line('in the\nworld'));
  assert.match(problem?.right ?? '', /begin there/);
  assert.equal(
    problemsOf(stockPhrases, goodPageWith(['binary frames', 'robust frames']).page, {
      stockPhrases: list,
    }).length,
    1,
  );
});

test('* stands for any ending, … for some words of the sentence', () => {
  assert.equal(found('It works robustly.').length, 1);
  assert.equal(found('It is not just a cache, but a store.').length, 1);
  assert.deepEqual(found('It is not just a cache. Nothing but a store.'), []);
});

test('a name is no phrase, and neither is code', () => {
  assert.deepEqual(found('Canonical runs Landscape here; see `landscape`.'), []);
  assert.equal(found('Old. Landscape of tides.').length, 1);
});

test('the list is readable', () => {
  assert.ok(readPhrases(join(import.meta.dirname, '../../content/stock-phrases.json')).length > 20);
});
