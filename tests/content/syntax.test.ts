import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPage } from '../../src/checks/page.ts';
import { syntax } from '../../src/checks/rules/syntax.ts';
import { goodPageWith, problemsOf } from './good-page.ts';

test('a page that parses passes', () => {
  assert.deepEqual(problemsOf(syntax, goodPageWith().page), []);
});

test('YAML that does not parse is found, with its line in the file', () => {
  const { page, line } = goodPageWith(['title: Example', 'title: Example: a server']);
  const [problem, ...more] = problemsOf(syntax, page);
  assert.deepEqual(more, []);
  assert.equal(problem?.line, line('title: Example:'));
  assert.match(problem?.wrong ?? '', /YAML does not parse/);
});

test('MDX that does not parse is found, with its line in the file', () => {
  const { page, line } = goodPageWith(['a floppy disk', 'a {floppy disk}']);
  const [problem] = problemsOf(syntax, page);
  assert.equal(problem?.line, line('a {floppy'));
  assert.match(problem?.right ?? '', /\\\{/);
});

test('what is opened and not closed is found where it is opened', () => {
  const fence = goodPageWith(['on a floppy disk', 'on\n\n```\na disk']);
  assert.equal(problemsOf(syntax, fence.page)[0]?.line, fence.line('```'));
  const note = goodPageWith(['</Note>', '']);
  assert.equal(problemsOf(syntax, note.page)[0]?.line, note.line('<Note>'));
});

test('a file without frontmatter gets one finding', () => {
  const problems = problemsOf(syntax, readPage('content/ports/1.mdx', 'Only {text here.\n'));
  assert.equal(problems.length, 1);
  assert.match(problems[0]?.wrong ?? '', /no frontmatter/);
});
