import assert from 'node:assert/strict';
import { test } from 'node:test';
import { structure } from '../../src/checks/rules/structure.ts';
import { goodPageSaying, goodPageWith, problemsOf } from './good-page.ts';

const wrongWith = (body: string) =>
  problemsOf(structure, goodPageSaying(body)).map(({ wrong }) => wrong);

test('prose with the components of the site passes', () => {
  assert.deepEqual(problemsOf(structure, goodPageWith().page), []);
  assert.deepEqual(
    wrongWith(
      'One &lt; two, `{a}` and \\{b\\} for <Port n="80" />.\n\n<Warning>\n\nThree.\n\n</Warning>',
    ),
    [],
  );
});

test('a body that begins with anything else than a paragraph is found', () => {
  assert.deepEqual(wrongWith('## First\n\nText.'), ['the body begins with a heading']);
  assert.deepEqual(wrongWith('- one'), ['the body begins with a list']);
});

test('what a body may not hold is found, on its line', () => {
  assert.deepEqual(wrongWith('Text.\n\n# Title'), ['a heading of the first level']);
  assert.deepEqual(wrongWith('Text <b>here</b>.'), ['raw HTML: <b>']);
  assert.deepEqual(wrongWith('Text.\n\n<Chart />'), ['there is no component <Chart>']);
  assert.deepEqual(wrongWith('Text.\n\nexport const a = 1;'), ['an import or export']);
  assert.deepEqual(wrongWith('Text {1 + 1}.'), ['{1 + 1} is run as code']);
  assert.deepEqual(wrongWith('Text.\n\n{/* later */}'), ['a comment is left']);
  assert.deepEqual(wrongWith('Text.[^manual]\n\n[^manual]: A definition.'), [
    'a definition of [^manual]',
  ]);
  const { page, line } = goodPageWith(['## What', '# What']);
  assert.equal(problemsOf(structure, page)[0]?.line, line('# What'));
});
