import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceUsed } from '../../src/checks/rules/source-used.ts';
import { goodPageWith, problemsOf } from './good-page.ts';

test('sources that are cited once pass', () => {
  assert.deepEqual(problemsOf(sourceUsed, goodPageWith().page), []);
});

test('a source that nothing cites is found', () => {
  const { page, line } = goodPageWith(['source: letter', 'source: manual'], ['[^letter]', '']);
  const problems = problemsOf(sourceUsed, page);
  assert.equal(problems.length, 1);
  assert.equal(problems[0]?.line, line('key: letter'));
});

test('a footnote alone is enough', () => {
  const { page } = goodPageWith(['source: letter', 'source: manual']);
  assert.deepEqual(problemsOf(sourceUsed, page), []);
});

test('two sources with one key or one address are found', () => {
  const key = goodPageWith(
    ['key: letter', 'key: manual'],
    ['source: letter', 'source: manual'],
    ['[^letter]', ''],
  );
  assert.match(
    problemsOf(sourceUsed, key.page)[0]?.wrong ?? '',
    /two sources have the key 'manual'/,
  );
  const address = goodPageWith(['https://example.org/letter', 'https://example.org/manual']);
  assert.match(problemsOf(sourceUsed, address.page)[0]?.wrong ?? '', /same address/);
});
