import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceExists } from '../../src/checks/rules/source-exists.ts';
import { goodPageWith, problemsOf } from './good-page.ts';

test('keys that are listed pass', () => {
  assert.deepEqual(problemsOf(sourceExists, goodPageWith().page), []);
});

test('an entry with an unknown key is found in every kind of list', () => {
  const { page, line } = goodPageWith(
    ['source: letter', 'source: leter'],
    ['      source: cve', '      source: cves'],
    ['    command: example-cli', '    source: none\n    command: example-cli'],
  );
  const problems = problemsOf(sourceExists, page);
  assert.deepEqual(
    problems.map(({ line }) => line),
    [line('source: leter'), line('source: cves'), line('source: none')],
  );
  assert.match(problems[0]?.right ?? '', /manual, letter, cve/);
});

test('it is found although something else is wrong with the entry', () => {
  const { page } = goodPageWith(['    source: letter', '    source: leter\n    colour: red']);
  assert.equal(problemsOf(sourceExists, page).length, 1);
});

test('a footnote without a source is found where it stands; one in a code span is none', () => {
  const { page, line } = goodPageWith(['floppy disk.[^letter]', 'floppy disk.[^leter] `[^code]`']);
  const problems = problemsOf(sourceExists, page);
  assert.deepEqual(
    problems.map(({ line }) => line),
    [line('[^leter]')],
  );
});

test('a question that cites an unknown source is found', () => {
  const { page, line } = goodPageWith([
    'updated:',
    'faq:\n  - question: Is it?\n    answer: It is.\n    source: nowhere\nupdated:',
  ]);
  assert.deepEqual(
    problemsOf(sourceExists, page).map(({ line }) => line),
    [line('source: nowhere')],
  );
});
