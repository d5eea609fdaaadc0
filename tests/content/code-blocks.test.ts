import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeBlocks } from '../../src/checks/rules/code-blocks.ts';
import { goodGuideWith } from './good-guide.ts';
import { goodPageSaying, problemsOf } from './good-page.ts';

const BLOCK = '```sh\ntide --at HOST:4242\n```';
const wrongWith = (body: string) =>
  problemsOf(codeBlocks, goodGuideWith([BLOCK, body]).page).map(({ wrong }) => wrong);

test('a block with its language and without a prompt passes', () => {
  assert.deepEqual(problemsOf(codeBlocks, goodGuideWith().page), []);
  assert.deepEqual(wrongWith('```text\n$ what a terminal shows\n```'), []);
});

test('a block without a language, or in another, is found', () => {
  assert.deepEqual(wrongWith('```\ntide\n```'), ['a code block without a language']);
  assert.deepEqual(wrongWith('```bash\ntide\n```'), ["a code block in 'bash'"]);
});

test('a prompt is found, on its line', () => {
  const { page, line } = goodGuideWith([BLOCK, '```sh\ntide\n$ tide --at HOST:4242\n```']);
  const [problem, ...more] = problemsOf(codeBlocks, page);
  assert.deepEqual(more, []);
  assert.equal(problem?.line, line('$ tide'));
  assert.match(problem?.wrong ?? '', /begins with a prompt/);
  for (const prompt of ['> ', 'PS C:\\Users\\me> ', 'C:\\> '])
    assert.equal(wrongWith(`\`\`\`powershell\n${prompt}tide\n\`\`\``).length, 1, prompt);
});

const LONG = 'tide --at HOST:4242 --from 2003-08-14 --to 2003-08-15';

test('a long command in a sentence is found', () => {
  assert.match(wrongWith(`Run \`${LONG}\`.`).join(), /^`tide --at .*` is too long/);
  assert.match(wrongWith('Run `sudo tide --now high --then low`.').join(), /too long/);
  assert.deepEqual(wrongWith('Run `tide --now`, `sudo tide low` or `systemctl stop tide`.'), []);
});

test('a long message of a program is no command, and a table has no room for a block', () => {
  assert.deepEqual(wrongWith('It says `Error: the tide has turned before you could tie up`.'), []);
  assert.deepEqual(wrongWith(`| a | b |\n| - | - |\n| c | \`${LONG}\` |`), []);
});

test('what a port’s story quotes is left alone', () => {
  assert.deepEqual(problemsOf(codeBlocks, goodPageSaying(`Run \`${LONG}\`.`)), []);
});
