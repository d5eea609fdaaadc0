import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPage } from '../../src/checks/page.ts';
import { length } from '../../src/checks/rules/length.ts';
import { GOOD, goodPageSaying, problemsOf } from './good-page.ts';

const words = (count: number) => Array.from({ length: count }, (_, i) => `w${i}`).join(' ');
const wrongWith = (body: string) =>
  problemsOf(length, goodPageSaying(body)).map(({ wrong }) => wrong);

test('250 to 900 words pass', () => {
  assert.deepEqual(wrongWith(words(250)), []);
  assert.deepEqual(wrongWith(words(900)), []);
});

test('fewer and more are found', () => {
  assert.deepEqual(wrongWith(words(249)), ['the body has 249 words']);
  assert.deepEqual(wrongWith(words(901)), ['the body has 901 words']);
});

test('headings, lists, tables, notes and code spans count; code blocks and footnotes do not', () => {
  const body = `One \`two three\`.[^manual]\n\n## Four\n\n- five\n\n<Note>\n\nsix\n\n</Note>\n\n| seven | eight |\n| - | - |\n| nine | ten |\n`;
  assert.deepEqual(wrongWith(`${body}\n\`\`\`\nno no\n\`\`\`\n`), ['the body has 10 words']);
});

test('a port of which little is recorded may have 120', () => {
  const front = GOOD.slice(0, GOOD.indexOf('\n---\n')).replace('\niana:', '\ntail: true\niana:');
  const ofTail = (count: number) =>
    problemsOf(length, readPage('content/ports/4242.mdx', `${front}\n---\n${words(count)}\n`));
  assert.deepEqual(ofTail(120), []);
  assert.match(ofTail(119)[0]?.right ?? '', /at least 120/);
});
