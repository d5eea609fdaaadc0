import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openedSources } from '../../src/checks/rules/opened-sources.ts';
import { GOOD, goodPageWith, problemsOf } from './good-page.ts';

const RULE = 'rfc';
/** The good page with one more source, not opened, and a story that cites it. */
function wrongWith(sentence: string, ...changes: [string, string][]): string[] {
  const source = GOOD.slice(GOOD.indexOf('  - key: letter'), GOOD.indexOf('  - key: cve'));
  const unopened = source
    .replaceAll('letter', RULE)
    .replace('checked: "2026-11-20"', 'checked: "2026-11-20"\n    read: certain');
  const { page } = goodPageWith(
    ['updated: "2026-11-20"', `${unopened.trimEnd()}\nupdated: "2026-11-20"`],
    ['The first version fitted on a floppy disk.[^letter]', `One fitted.[^letter] ${sentence}`],
    ...changes,
  );
  return problemsOf(openedSources, page)
    .filter(({ what }) => what === RULE)
    .map(({ wrong }) => wrong);
}

test('what was not opened may say where to read on', () => {
  assert.deepEqual(wrongWith('RFC 862 describes the frames of port 4242.[^rfc]'), []);
  assert.deepEqual(wrongWith('It fitted on 2 disks.[^letter] The frames are described.[^rfc]'), []);
});

test('it carries no number, no date and no cause in the story', () => {
  for (const sentence of [
    'The frame has 40 bytes.[^rfc]',
    'It came in May 1983.[^rfc]',
    'It is fast because the sea is calm.[^rfc]',
    'Two ran, at first.[^letter] Then came version 2,\nand the tide.[^letter][^rfc]',
  ]) {
    assert.match(wrongWith(sentence).join(), /'rfc' was not opened and carries/, sentence);
  }
});

test('it carries no event, no fact and no dated use', () => {
  const source = (text: string): [string, string] => [
    `${text}\n    source: letter`,
    `${text}\n    source: rfc`,
  ];
  assert.match(
    wrongWith('.[^rfc]', source('given within a week.')).join(),
    /carries an event of the history/,
  );
  assert.match(
    wrongWith('.[^rfc]', [
      'until: "2019-05"\n    source: manual',
      'until: "2019-05"\n    source: rfc',
    ]).join(),
    /carries the date or number of a use/,
  );
  assert.match(
    problemsOf(
      openedSources,
      goodPageWith([
        'checked: "2026-11-20"\n    read: read',
        'checked: "2026-11-20"\n    read: certain',
      ]).page,
    )
      .map(({ wrong }) => wrong)
      .join(),
    /'cve' was not opened and carries a security fact/,
  );
});
