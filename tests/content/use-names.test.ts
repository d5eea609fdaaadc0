import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useNames } from '../../src/checks/rules/use-names.ts';
import { goodPageWith, problemsOf } from './good-page.ts';

const NAME = '  - name: Example\n';
const problemsOfName = (name: string) =>
  problemsOf(useNames, goodPageWith([NAME, `  - name: ${name}\n`]).page);

test('a comma outside brackets is found, with its line and what would be right', () => {
  const { line } = goodPageWith();
  assert.deepEqual(problemsOfName('Example, the tide tables'), [
    {
      line: line(NAME),
      wrong: "'Example, the tide tables' looks like several names in a list",
      right: "write 'Example (the tide tables)', or say the rest in its note",
    },
  ]);
});

test('a comma in brackets, or none, is right', () => {
  for (const name of ['Example', 'Examples (server, client)'])
    assert.deepEqual(problemsOfName(name), []);
});
