import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceCount } from '../../src/checks/rules/source-count.ts';
import { GOOD, goodPageWith, problemsOf } from './good-page.ts';

const REGISTRY: [string, string] = [
  'https://example.org/letter',
  'https://www.iana.org/assignments/x',
];

test('three sources pass with security facts', () => {
  assert.deepEqual(problemsOf(sourceCount, goodPageWith().page), []);
});

test('two beside the registry are too few with security facts, and enough without', () => {
  const { page, line } = goodPageWith(REGISTRY);
  const [problem] = problemsOf(sourceCount, page);
  assert.equal(problem?.line, line('sources:'));
  assert.match(`${problem?.wrong}; ${problem?.right}`, /^2 sources beside the registry; .*three/);
  const facts = / {2}facts:[\s\S]*?source: cve\n/.exec(GOOD)?.[0] ?? '';
  assert.deepEqual(problemsOf(sourceCount, goodPageWith(REGISTRY, [facts, '']).page), []);
});

test('Wikipedia is no source', () => {
  const { page } = goodPageWith([
    'https://example.org/letter',
    'https://en.wikipedia.org/wiki/Tide',
  ]);
  assert.match(problemsOf(sourceCount, page)[0]?.wrong ?? '', /Wikipedia/);
});
