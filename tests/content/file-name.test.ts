import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPage } from '../../src/checks/page.ts';
import { fileName } from '../../src/checks/rules/file-name.ts';
import { GOOD, goodPageWith, problemsOf } from './good-page.ts';

test('4242.mdx with the port 4242 passes', () => {
  assert.deepEqual(problemsOf(fileName, goodPageWith().page), []);
});

test('another port in the file is found', () => {
  const { page, line } = goodPageWith(['port: 4242', 'port: 4243']);
  const problems = problemsOf(fileName, page);
  assert.equal(problems[0]?.line, line('port: 4243'));
  assert.match(problems[0]?.wrong ?? '', /4243.*4242\.mdx/);
});

test('a name that is no port is found', () => {
  for (const name of ['redis.mdx', '04242.mdx', '4242.md']) {
    assert.match(
      problemsOf(fileName, readPage(`content/ports/${name}`, GOOD))[0]?.right ?? '',
      /4242\.mdx/,
      name,
    );
  }
});
