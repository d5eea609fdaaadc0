import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { GOOD_GUIDE } from '../../content/good-guide.ts';
import { GOOD } from '../../content/good-page.ts';

const TOOL = join(import.meta.dirname, '../../../src/cli/check.ts');
const dir = mkdtempSync(join(tmpdir(), 'portolan-check-'));
after(() => rmSync(dir, { recursive: true }));

function check(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TOOL, '--pages', dir, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('npm run check: findings and the exit code', () => {
  const story = Array.from({ length: 250 }, (_, i) => `word${i}`).join(' ');
  const good = GOOD.replace('4242', '4243')
    .replace(
      / {2}tcp: .*\n {2}udp: .*/,
      '  tcp: { status: assigned, service: vrml-multi-use }\n  udp: { status: assigned, service: vrml-multi-use }',
    )
    .replace('port: 4243, reason', 'port: 4244, reason')
    .replace('HOST:4242', 'HOST:4243');
  writeFileSync(join(dir, '4243.mdx'), `${good}\n${story}\n`);
  writeFileSync(
    join(dir, 'REVIEWS.csv'),
    'port,reader,day,claims,wrong,mended,note\n4243,pilot,2026-11-20,8,1,1,the tide\n',
  );
  assert.deepEqual(check(), { status: 0, stdout: '1 page checked: nothing to mend\n', stderr: '' });

  writeFileSync(join(dir, '1.mdx'), readFileSync(join(dir, '4243.mdx')));
  const all = check();
  assert.equal(all.status, 1);
  assert.match(
    all.stdout,
    /1\.mdx:2: the port is 4243, and the file is 1\.mdx; make them the same \[file-name\]\n/,
  );
  assert.match(all.stdout, /4243\.mdx:\d+: '.*' stands in .*1\.mdx:\d+ too; .* \[repetition\]\n/);
  assert.match(all.stdout, /\n2 pages checked: \d+ findings in 2\n$/);

  const named = check('1');
  assert.doesNotMatch(named.stdout, /^\S*4243\.mdx/m);
  assert.match(named.stdout, /1\.mdx:\d+: '.*' stands in .*4243\.mdx:\d+ too/);
});

test('npm run check: a guide is named by its address', () => {
  const guides = mkdtempSync(join(tmpdir(), 'portolan-check-'));
  after(() => rmSync(guides, { recursive: true }));
  const checkGuides = (...args: string[]) =>
    spawnSync(process.execPath, [TOOL, '--guides', guides, ...args], { encoding: 'utf8' });
  writeFileSync(join(guides, 'tides-in-the-harbour.mdx'), GOOD_GUIDE);
  writeFileSync(join(guides, 'ebb.mdx'), GOOD_GUIDE.replace('```sh', '```'));
  const named = checkGuides('tides-in-the-harbour');
  assert.match(named.stdout, /\[repetition\]/);
  assert.doesNotMatch(named.stdout, /\[code-blocks\]/);
  assert.match(
    checkGuides('ebb').stdout,
    /ebb\.mdx:\d+: a code block without a language; .* \[code-blocks\]/,
  );
});

test('npm run check: a port without a page is an error of the call', () => {
  const { status, stderr } = check('65000');
  assert.equal(status, 2);
  assert.match(stderr, /no page for '65000'/);
  assert.equal(check('--unknown').status, 2);
});
