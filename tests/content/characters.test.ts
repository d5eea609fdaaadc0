import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPages } from '../../src/checks/check-pages.ts';
import { readPage } from '../../src/checks/page.ts';
import { characters } from '../../src/checks/rules/characters.ts';
import { syntax } from '../../src/checks/rules/syntax.ts';
import { assertLinear } from '../helpers/growth.ts';
import { contextOf, GOOD, goodPageWith, problemsOf } from './good-page.ts';

test('a page of any script passes', () => {
  const { page } = goodPageWith(['a floppy disk', 'a نمی‌خواهم क्‍ष 👩‍💻\ta disk']);
  assert.deepEqual(problemsOf(characters, page), []);
});

test('a byte order mark is called by its name, and nothing else is', () => {
  const page = readPage('content/ports/4242.mdx', `\ufeff${GOOD}`);
  const findings = checkPages([characters, syntax], contextOf([page]));
  assert.deepEqual(
    findings.map(({ line, wrong }) => ({ line, wrong })),
    [{ line: 1, wrong: 'the file begins with a byte order mark (U+FEFF)' }],
  );
});

test('what was lost or cannot be seen is found, in the frontmatter too', () => {
  for (const [sign, wrong] of [
    ['\ufffd', /U\+FFFD/],
    ['\u202e', /U\+202E/],
    ['\u200b', /U\+200B/],
    ['\u0085', /U\+0085/],
    ['\u0007', /U\+0007/],
    ['\ufeff', /U\+FEFF, which cannot be seen/],
  ] as const) {
    for (const place of ['a floppy disk', 'title: Example']) {
      const { page, line } = goodPageWith([place, `${place}${sign}`]);
      const [problem, ...more] = problemsOf(characters, page);
      assert.deepEqual(more, []);
      assert.equal(problem?.line, line(place));
      assert.match(problem?.wrong ?? '', wrong);
    }
  }
});

test('Windows line ends are no matter', () => {
  const page = readPage('content/ports/4242.mdx', GOOD.replaceAll('\n', '\r\n'));
  assert.deepEqual(problemsOf(characters, page), []);
});

test('a long line costs no more than its length', () => {
  const page = readPage('content/ports/4242.mdx', GOOD);
  for (const part of ['a', '\u200d', '\t', '\ud83d\ude00'])
    assertLinear(
      part,
      (size) => part.repeat(size / part.length),
      (text) => problemsOf(characters, { ...page, text }),
    );
});
