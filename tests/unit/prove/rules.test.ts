/** Each rule of the built site finds the fault that it is for, and nothing on a page that has none. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { absolute } from '../../../src/base/site-address.ts';
import { readPage } from '../../../src/prove/page.ts';
import { RULES } from '../../../src/prove/rules.ts';
import type { Expected, Site } from '../../../src/prove/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'portolan-prove-'));
after(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'a.js'), '1;');
writeFileSync(join(folder, 'large.js'), Array.from({ length: 9000 }, (_, at) => at * at).join());

const assigned = { status: 'assigned', services: ['ssh'] } as const;
const expected = { port: 22, transports: { tcp: assigned, udp: assigned }, verdict: 'avoid' };
const site: Site = {
  folder,
  documented: (port) => port === 22,
  expected: () => expected as unknown as Expected,
  spelled: () => new Set(['ssh']),
};

const transport = (name: string) =>
  `<div><dt>${name}<dd><code>ssh</code> <span class="st assigned">Assigned</span></div>`;
const GOOD = `<!doctype html><html lang=en><head><meta charset=utf-8><title>Port 22: SSH</title>
<meta name=description content="Port 22 is for SSH."><link rel=canonical href=${absolute('/22')}>
<meta property=og:url content=${absolute('/22')}><script src=/a.js></script></head><body>
<main id=main><h1>22 SSH</h1><dl class=transports>${transport('TCP')}${transport('UDP')}</dl>
<p class=may>May I use it? Better not.<section id=uses><h2>Names</h2><table><thead><tr><th>
<th scope=col>TCP</th></thead><tr><th scope=row>IANA<td>ssh</table><p>One two three four five six.
</section><a href=#uses>Names</a></main></body></html>`;

const findings = (html: string, file = '22.html'): string[] => {
  const page = readPage(file, Buffer.from(html));
  const found = new Set<string>();
  for (const rule of RULES) rule.look(page, () => found.add(rule.name), site);
  return [...found];
};

const FAULTS: Record<string, readonly [from: string | RegExp, to: string][]> = {
  'well-formed': [
    ['</section>', '</section></i>'],
    ['<p>One', '<p>&nosuch; One'],
  ],
  names: [
    ['<title>Port 22: SSH</title>', '<title>Port 23: SSH</title>'],
    ['<h1>22 SSH</h1>', '<h1>22 SSH</h1><h1>22 SSH</h1>'],
    ['Port 22 is for SSH.', `Port 22 is for ${'x'.repeat(160)}.`],
  ],
  canonical: [[/canonical href=\S+\/22/, 'canonical href=/22']],
  language: [
    ['<html lang=en>', '<html lang=ar>'],
    ['<p>One', '<p lang=xx>One'],
  ],
  ids: [
    ['id=uses', 'id=main'],
    ['href=#uses', 'href=#nowhere'],
    ['<p>One', '<p aria-labelledby=nothing>One'],
  ],
  headings: [[/h2>/g, 'h3>']],
  tables: [
    ['<th scope=row>', '<th>'],
    ['<td>ssh', ''],
    ['<th scope=col>TCP</th>', '<td>TCP'],
  ],
  empty: [
    ['<p>One', '<p></p><p>One'],
    ['</section>', '</section><section id=x><h2>Alone</h2></section>'],
  ],
  placeholders: [
    ['<p>One', '<p>{port}<p>One'],
    ['<p>One', '<p title="undefined">One'],
  ],
  commands: [['<p>One', '<p><code>port —scan -</code><p>One']],
  repeated: [['six.', 'six. One two three four five six.']],
  facts: [
    ['Assigned', 'Reserved'],
    ['Better not', 'Yes'],
  ],
  services: [
    ['<code>ssh', '<code>SSH'],
    [/<code>ssh<\/code>/g, ''],
  ],
  budget: [['/a.js', '/large.js']],
  policy: [
    ['<script src=/a.js>', '<script>'],
    ['<p>One', '<p style="color:red">One'],
    ['<p>One', '<iframe src=/a.js></iframe><p>One'],
  ],
  handlers: [
    ['<p>One', '<p onclick="a()">One'],
    ['href=#uses', 'href="javascript:a()"'],
  ],
  foreign: [['<p>One', '<img alt="" src=https://elsewhere.example/a.png><p>One']],
  'e-mail': [
    ['<p>One', '<p>somebody@portolan.dev<p>One'],
    ['href=#uses', 'href=mailto:x'],
  ],
};

test('a page without a fault', () => assert.deepEqual(findings(GOOD), []));

test('every rule has a fault here', () => {
  const names = RULES.map(({ name }) => name);
  assert.deepEqual(Object.keys(FAULTS).toSorted(), names.toSorted());
});

describe('the rule', () => {
  for (const [name, faults] of Object.entries(FAULTS))
    test(`'${name}' finds its faults`, () => {
      for (const [from, to] of faults) {
        const html = GOOD.replace(from, to);
        assert.notEqual(html, GOOD, `${from}`);
        assert.ok(findings(html).includes(name), to);
      }
    });
});

test('what is quoted, hidden or an example is no fault', () => {
  for (const html of [
    '<p>Write <code>{port}</code> or <code>a@b.com</code>',
    '<p>Write to somebody@mail.example',
    '<p hidden></p><p role=status></p>',
    '<pn-x></pn-x>',
  ])
    assert.deepEqual(findings(GOOD.replace('<p>One', `${html}<p>One`)), [], html);
});

test('an undocumented port has fewer bytes', () => {
  const html = GOOD.replaceAll(/\b22\b/g, '23').replace('six.', `six. ${'word '.repeat(2000)}`);
  assert.deepEqual(findings(html, '23.html'), ['budget']);
});
