/** Lists of names as each language joins them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formatterFor } from '../../../src/words/locales/compiled.ts';

const list = (code: string, ...items: string[]) => formatterFor(code).list(items);

describe('a list of names', () => {
  test('keeps Latin names apart in scripts that write words without spaces', () => {
    assert.equal(list('th', 'TCP', 'UDP'), 'TCP และ UDP');
    assert.equal(list('th', 'a', 'b', 'c'), 'a, b และ c');
    assert.equal(list('zh-CN', 'TCP', 'UDP'), 'TCP 和 UDP');
    assert.equal(list('zh-TW', 'a', 'b', 'c'), 'a、b 和 c');
  });

  test('that goes on has no word before its end', () => {
    assert.equal(list('en', 'a', 'b', '…'), 'a, b, …');
    assert.equal(list('ru', 'a', 'b', '…'), 'a, b, …');
    assert.equal(list('ja', 'a', 'b', '…'), 'a、b、…');
  });

  test('is otherwise as the language has it, and one name stays as it is', () => {
    assert.equal(list('de', 'TCP', 'UDP'), 'TCP und UDP');
    assert.equal(list('ja', 'TCP', 'UDP'), 'TCP、UDP');
    assert.equal(list('zh-CN', 'https'), 'https');
  });
});
