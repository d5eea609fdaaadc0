import assert from 'node:assert/strict';
import { test } from 'node:test';
import { livingSources } from '../../src/checks/rules/living-sources.ts';
import { goodPageWith, problemsOf } from './good-page.ts';

const wrongWith = (url: string, date = '') =>
  problemsOf(
    livingSources,
    goodPageWith([
      'url: https://example.org/letter\n',
      `url: ${url}\n${date && `    date: "${date}"\n`}`,
    ]).page,
  ).map(({ wrong }) => wrong);

test('an event may not cite what changes from day to day', () => {
  for (const url of [
    'https://www.iana.org/assignments/ports',
    'https://example.org/wiki/Tides',
    'https://wiki.example.org/Tides',
    'https://example.org/docs/latest/tides.html',
  ]) {
    assert.match(wrongWith(url).join(), /'letter' changes .* the date 2003-08-14/, url);
  }
});

test('it may cite an edition, and lists to which is only added', () => {
  assert.deepEqual(wrongWith('https://example.org/wiki/Tides', '2004-01'), []);
  assert.deepEqual(wrongWith('https://example.org/latest/changelog.html'), []);
  assert.deepEqual(wrongWith('https://example.org/1.2/tides.html'), []);
});
