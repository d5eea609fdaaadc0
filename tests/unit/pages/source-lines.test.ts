/** What no formatter mends: lines that nobody can read, and spaces that a line break swallows. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../../..');
const LONGEST = 120;

const files = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .sort()
    .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));

test(`no line of src is longer than ${LONGEST} characters`, () => {
  const long = files('src/**/*.{astro,css,js,mjs,ts}').flatMap(({ name, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        [...line].length > LONGEST ? [`${name}:${index + 1} has ${[...line].length}`] : [],
      ),
  );
  assert.deepEqual(long, [], 'Break these lines: a string with +, a comment into two lines.');
});

/**
 * Astro drops a line break between words and an element, as JSX does, where HTML would show a space:
 * 'see\n<a href="/443">443</a>' is shown as 'see443'. The tag html of src/base does the same.
 */
const INLINE = 'a|b|bdi|code|i|kbd|samp|small|span|time';
const SWALLOWED = [
  new RegExp(String.raw`[\p{L}\p{N}.,;:·)’”!?]\n\s*<(?:${INLINE})[\s>]`, 'gu'),
  new RegExp(String.raw`</(?:${INLINE})>\n\s*[\p{L}\p{N}(·–]`, 'gu'),
];
/** In the middle of a template in TypeScript only a value begins a line like this. */
const BEFORE_VALUE = {
  astro: /[\p{L}\p{N}.,;:·)’”!?]\n\s*\{(?!['/])/gu,
  ts: /[\p{L}\p{N}.,;:·)’”!?]\n\s*\$\{(?!')/gu,
};

function swallowedSpaces(template: string, kind: keyof typeof BEFORE_VALUE): number[] {
  // The code above the template keeps its lines, so that the numbers are right.
  const text = template.replace(/^---\n[\s\S]*?\n---\n/, (code) => code.replace(/[^\n]/g, ''));
  return [...SWALLOWED, BEFORE_VALUE[kind]].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index }) => text.slice(0, index).split('\n').length),
  );
}

for (const [pattern, kind] of [
  ['src/**/*.astro', 'astro'],
  ['src/words/**/*.ts', 'ts'],
] as const) {
  test(`a space at the end of a line is written as {' '} in the templates of ${pattern}`, () => {
    const found = files(pattern).flatMap(({ name, text }) =>
      swallowedSpaces(text, kind).map((line) => `${name}:${line}`),
    );
    assert.deepEqual(found, [], "End these lines with {' '}, or no space is shown there.");
  });
}

test('swallowed spaces are found before and behind an element, and nowhere else', () => {
  const lines = (text: string) => swallowedSpaces(`---\nconst a = 1;\n---\n${text}`, 'astro');
  assert.deepEqual(lines('<p>\n  see\n  <a href="/443">443</a>\n</p>'), [5]);
  assert.deepEqual(lines('<p>\n  of\n  {date}\n</p>'), [5]);
  assert.deepEqual(lines('<p>\n  <b>443</b>\n  is HTTPS\n</p>'), [5]);
  assert.deepEqual(lines('<p>\n  see{\' \'}\n  <a href="/443">443</a>\n</p>'), []);
  assert.deepEqual(lines('<label>\n  Port\n  <input name="port">\n</label>'), []);
  const value = '$' + '{date}';
  assert.deepEqual(swallowedSpaces(`html\`of\n  ${value}\``, 'ts'), [1]);
  assert.deepEqual(lines('<ul>\n  <li>one</li>\n  <li>two</li>\n</ul>'), []);
});
