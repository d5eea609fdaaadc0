/** A built site is moved into a folder of its host: every address in it, and nothing that only looks like one. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are scripts, not strings with values.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { baseOf } from '../../../src/base/site-address.ts';
import {
  movedHtml,
  movedScript,
  moveSite,
  PlaceTakenError,
  wholeAddresses,
} from '../../../src/build/sub-path.ts';

const site = 'https://example.org';
const base = '/ports';
const move = {
  base,
  site,
  names: new Set(['guides', 'search', '_assets', 'api', 'faq', 'a.json']),
};

test('the setting is a path, written with slashes or without', () => {
  for (const setting of ['/ports/', 'ports', '/ports', 'ports/'])
    assert.equal(baseOf(setting), base);
  assert.equal(baseOf('/a/b-c/'), '/a/b-c');
  for (const none of ['', '/']) assert.equal(baseOf(none), '');
  for (const wrong of ['https://a.example/', '/a//b', '/a b', '../a'])
    assert.throws(() => baseOf(wrong), /must be a path/);
});

test('in HTML, addresses of tags are moved; text, other hosts and parts of a page are not', () => {
  assert.equal(
    movedHtml('<a href=/443>/443 href=/443</a><a href="/">a</a><form action=/api/feedback>', move),
    '<a href=/ports/443>/443 href=/443</a><a href="/ports/">a</a><form action=/ports/api/feedback>',
  );
  const kept =
    '<a href="//a.example/">b</a><a href="#uses">c</a><a href="https://a.example/443">d</a>';
  assert.equal(movedHtml(kept, move), kept);
});

test('whole addresses are moved once', () => {
  const moved = 'https://example.org/ports/443 https://example.org/ports/';
  assert.equal(wholeAddresses('https://example.org/443 https://example.org/', move), moved);
  assert.equal(wholeAddresses(moved, move), moved);
  assert.equal(wholeAddresses('https://example.com/443', move), 'https://example.com/443');
});

describe('in a script', () => {
  const cases: [string, string, string][] = [
    ['a port', 'x = `/${port}`', 'x = `/ports/${port}`'],
    ['a page', "x = '/faq'", "x = '/ports/faq'"],
    ['a page with a question', 'x = `/search?q=${q}`', 'x = `/ports/search?q=${q}`'],
    ['a file', 'x("/a.json")', 'x("/ports/a.json")'],
    ['a selector', `x('[href="/faq"]')`, `x('[href="/ports/faq"]')`],
    ['HTML', 'x = `<a href="/${port}">`', 'x = `<a href="/ports/${port}">`'],
    ['HTML after a value', 'x = `${a} <a href=/faq>`', 'x = `${a} <a href=/ports/faq>`'],
  ];
  for (const [what, before, after] of cases)
    test(`${what} is moved`, () => assert.equal(movedScript(before, move), after));

  const kept = [
    "a.split('/')",
    'x = `${port}/${transport}`',
    "x = '/tcp'",
    '/^\\/faq/.test(x)',
    "x = 'a/faq'",
  ];
  for (const script of kept)
    test(`${script} stays`, () => assert.equal(movedScript(script, move), script));
});

describe('a folder', () => {
  function made(files: Record<string, string>): string {
    const folder = mkdtempSync(join(tmpdir(), 'portolan-moved-'));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return folder;
  }

  test('is moved in all its files, and a name at its top tells what is an address', () => {
    const folder = made({
      '443.html': '<link rel=canonical href="https://example.org/443"><a href=/faq>',
      'ru/443.html': '<a href=/ru>',
      'faq.html': '',
      '443.json': '{"url":"https://example.org/443"}',
      '_assets/a.js': "import('/_assets/b.js'), fetch('/443.json'), x('/faq'), x('/tcp')",
      '_assets/a.css': 'a{background:url(/_assets/a.svg)}',
    });
    const text = (name: string) => readFileSync(join(folder, name), 'utf8');
    assert.equal(moveSite(folder, base, site), 5);
    assert.match(text('443.html'), /"https:\/\/example\.org\/ports\/443"><a href=\/ports\/faq>/);
    assert.equal(text('ru/443.html'), '<a href=/ports/ru>');
    assert.equal(text('443.json'), '{"url":"https://example.org/ports/443"}');
    assert.match(text('_assets/a.js'), /'\/ports\/_assets\/b\.js'.*'\/ports\/faq'\), x\('\/tcp'\)/);
    assert.equal(text('_assets/a.css'), 'a{background:url(/ports/_assets/a.svg)}');
    rmSync(folder, { recursive: true });
  });

  test('of which a page has the name of the place is refused', () => {
    const folder = made({ 'guides/a.html': '' });
    assert.throws(() => moveSite(folder, '/guides', site), PlaceTakenError);
    rmSync(folder, { recursive: true });
  });
});
