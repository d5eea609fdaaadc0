import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkPages } from '../../../src/checks/check-pages.ts';
import { readPage } from '../../../src/checks/page.ts';
import { RULES } from '../../../src/checks/rules.ts';
import { skeleton } from '../../../src/cli/port-skeleton.ts';
import { openAtlas } from '../../../src/facts/atlas/atlas.ts';
import { loadTables } from '../../../src/facts/atlas/load.ts';
import { contextOf } from '../../content/good-page.ts';

const atlas = openAtlas(loadTables(), []);
const begun = (port: number) =>
  readPage(`content/ports/${port}.mdx`, skeleton(atlas.port(port), '2026-11-20'));

test('the skeleton parses, for ports of every kind', () => {
  for (const port of [0, 4, 24, 80, 3330, 6000, 6666, 9100, 27374, 60000, 65535]) {
    const page = begun(port);
    assert.deepEqual(page.front.errors, [], String(port));
    assert.equal(page.body.error, undefined, String(port));
    assert.equal(page.fields.port, port);
  }
});

test('what the atlas knows is filled in', () => {
  const { fields } = begun(3330);
  assert.equal(fields.title, 'MCS Calypso ICF');
  assert.deepEqual(fields.iana, {
    tcp: { status: 'assigned', service: 'mcs-calypsoicf' },
    udp: { status: 'assigned', service: 'mcs-calypsoicf' },
  });
  assert.equal(fields.updated, '2026-11-20');
  assert.ok((begun(80).front.value as { aliases: string[] }).aliases.includes('http'));
});

test('the rules name what is missing, and have nothing against the rest', () => {
  const page = begun(3330);
  const findings = checkPages(RULES, contextOf([page], { record: atlas.port }));
  assert.deepEqual(
    findings.map(({ rule, wrong }) => `${rule}: ${wrong}`),
    [
      'schema: summary is missing',
      'schema: topics is missing',
      'schema: security.reason is missing',
      'schema: sources: [] does not fit',
      'structure: a comment is left',
      'length: the body has 0 words',
      'structure: a comment is left',
    ],
  );
});

const dir = mkdtempSync(join(tmpdir(), 'portolan-new-'));
after(() => rmSync(dir, { recursive: true }));

function portNew(...args: string[]) {
  const tool = join(import.meta.dirname, '../../../src/cli/port-new.ts');
  return spawnSync(process.execPath, [tool, '--pages', dir, ...args], { encoding: 'utf8' });
}

test('npm run port:new writes the file once', () => {
  const first = portNew('3330');
  assert.equal(first.status, 0);
  assert.match(first.stdout, /3330\.mdx begun/);
  const text = readFileSync(join(dir, '3330.mdx'), 'utf8');
  const second = portNew('3330');
  assert.equal(second.status, 1);
  assert.match(second.stderr, /3330\.mdx exists already/);
  assert.equal(readFileSync(join(dir, '3330.mdx'), 'utf8'), text);
});

test('npm run port:new refuses what is no port', () => {
  for (const args of [[], ['65536'], ['080'], ['ssh'], ['80', '81'], ['--', '-1']]) {
    const { status, stderr } = portNew(...args);
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, /usage: npm run port:new/);
  }
});
