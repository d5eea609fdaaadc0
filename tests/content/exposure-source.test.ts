import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exposureSource } from '../../src/checks/rules/exposure-source.ts';
import { goodPageWith, problemsOf } from './good-page.ts';

const SOURCE: [string, string] = ['tides.\n  source: manual\n', 'tides.\n'];

test('an exposure with a source passes, and unknown passes without', () => {
  assert.deepEqual(problemsOf(exposureSource, goodPageWith().page), []);
  assert.deepEqual(
    problemsOf(exposureSource, goodPageWith(SOURCE, ['exposure: never', 'exposure: unknown']).page),
    [],
  );
});

test('an exposure without a source is found', () => {
  const { page, line } = goodPageWith(SOURCE);
  const [problem] = problemsOf(exposureSource, page);
  assert.equal(problem?.line, line('exposure: never'));
});
