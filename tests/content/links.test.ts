import assert from 'node:assert/strict';
import { test } from 'node:test';
import { links } from '../../src/checks/rules/links.ts';
import { goodPageWith, problemsOf } from './good-page.ts';

const withLink = (markdown: string) => goodPageWith(['a floppy disk', `a ${markdown} disk`]);

test('an address, a path and a heading pass', () => {
  for (const address of ['https://example.org/a', 'http://example.org', '/3330#check', '#story'])
    assert.deepEqual(problemsOf(links, withLink(`[x](${address})`).page), [], address);
});

test('code, other hosts without a scheme and files are found, however they are written', () => {
  for (const address of [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    '&#106;avascript:alert(1)',
    '<java\\script:x>',
    'data:text/html,x',
    'vbscript:x',
    'mailto:nobody',
    '//evil.example/',
    '/\\\\evil.example/',
    'https:///x',
    '3330',
    '',
  ]) {
    const { page, line } = withLink(`[x](${address})`);
    assert.equal(problemsOf(links, page)[0]?.line, line('fitted on'), address);
  }
  assert.equal(problemsOf(links, withLink('![x](javascript:x)').page).length, 1);
  const apart = goodPageWith(['a floppy disk', 'a [floppy][f] disk\n\n[f]: javascript:x\n\n']);
  assert.equal(problemsOf(links, apart.page)[0]?.line, apart.line('[f]: javascript'));
});
