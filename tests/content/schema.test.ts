import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schema } from '../../src/checks/rules/schema.ts';
import { goodPageWith, problemsOf } from './good-page.ts';

const firstOf = (from: string, to: string) => {
  const { page, line } = goodPageWith([from, to]);
  const problems = problemsOf(schema, page);
  assert.equal(problems.length, 1, JSON.stringify(problems));
  assert.equal(problems[0]?.line, line(to));
  return `${problems[0]?.wrong}; ${problems[0]?.right}`;
};

test('a page after the schema passes', () => {
  assert.deepEqual(problemsOf(schema, goodPageWith().page), []);
});

test('each finding names the field, the value and the remedy', () => {
  assert.match(
    firstOf('status: reserved', 'status: reserve'),
    /^iana\.udp\.status: "reserve" .*; write one of assigned, de-registered, reserved/,
  );
  assert.match(
    firstOf('kind: default', 'kind: usual'),
    /^uses\[0\]\.kind: "usual" .*; default \(out of the box\)/,
  );
  assert.match(firstOf('title: Example', 'title: 42'), /^title: 42 .*; put it in quotes: "42"/);
  assert.match(firstOf('port: 4242', 'port: 65536'), /^port: 65536 .*; ports end at 65535/);
  assert.match(firstOf('aliases: [example, tides]', 'aliases: tides'), /; write a list/);
});

test('an unquoted date is named as one', () => {
  assert.match(
    firstOf('date: "2003-08-14"', 'date: 2003-08-14'),
    /^history\[1\]\.date: 2003-08-14 .*in quotes/,
  );
  assert.match(firstOf('since: "2003"', 'since: 2003'), /in quotes/);
});

test('an unknown field comes with those that are known', () => {
  assert.match(
    firstOf('    note: binary', '    remark: binary'),
    /^uses\[0\]\.remark: no such field; the fields here are name, .*note/,
  );
});

test('a comma inside { } is explained', () => {
  assert.match(
    firstOf('reason: the same over TLS', 'reason: the same, over TLS'),
    /in quotes: inside \{ \} a comma/,
  );
});

test('a missing field is found at its parent', () => {
  const { page, line } = goodPageWith(['  reason: Whoever connects may move the tides.\n', '']);
  const [problem] = problemsOf(schema, page);
  assert.equal(problem?.line, line('security:'));
  assert.match(problem?.wrong ?? '', /^security\.reason is missing/);
});

test('a summary of more than 160 characters is found', () => {
  assert.match(
    firstOf('summary: Example', `summary: ${'Very '.repeat(20)}Example`),
    /at most 160 characters/,
  );
});

test('several findings are told at once', () => {
  const { page } = goodPageWith(
    ['kind: default', 'kind: usual'],
    ['title: Example', 'title: 42'],
    ['key: cve', 'key: CVE'],
  );
  assert.equal(problemsOf(schema, page).length, 3);
});

test('topics are one to three of the list, each once', () => {
  const TOPICS = 'topics: [industry-and-home]';
  assert.match(firstOf(TOPICS, 'topics: []'), /name one to three topics/);
  assert.match(firstOf(TOPICS, 'topics: [web, mail, vpn, games]'), /name one to three topics/);
  assert.match(firstOf(TOPICS, 'topics: [web, web]'), /name each topic once/);
  assert.match(firstOf(TOPICS, 'topics: [tides]'), /write one of web, mail, .*back-doors/);
});
