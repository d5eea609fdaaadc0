/** What the site prints is said in words that readers know, and not in those of its makers. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import english from '../../../content/locales/en.json' with { type: 'json' };
import { flatten } from '../../../src/words/locales/messages.ts';
import { assertNone } from '../../helpers/assert-none.ts';

/** In-house words, and sentences that say who does not do something in place of what is so. */
const IN_HOUSE = /\b(nobody(?:[’']s)?|lent|lend|told|books?|authored|named so|whatever listens)\b/i;

const found = (texts: Iterable<readonly [string, string]>) =>
  [...texts].flatMap(([place, text]) => {
    const [word] = IN_HOUSE.exec(text) ?? [];
    return word === undefined ? [] : [`${place}: ‘${word}’ in ${text.slice(0, 80)}`];
  });

describe('no word of the house is printed', () => {
  test('in a message', () => assertNone(found(flatten(english))));

  test('on a page that is written', () => {
    const files = globSync('content/pages/*.mdx');
    assert.ok(files.length >= 4);
    const lines = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .replaceAll(/\{[^}]*\}/g, '')
        .split('\n')
        .map((line, index) => [`${file}:${index + 1}`, line] as const),
    );
    assertNone(found(lines));
  });

  test('in the README', () => {
    assertNone(found([['README.md', readFileSync('README.md', 'utf8')]]));
  });

  test('and one that is printed is found', () => {
    assert.equal(found([['a', 'Nobody’s, by rule']]).length, 1);
  });
});
