/** Two builds at once, and what a build has to have made before it counts. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { LOCK } from '../../../src/base/folders.ts';
import { LockedError, takeLock } from '../../../src/base/lock-file.ts';
import { missingFiles } from '../../../src/build/expected-files.ts';
import { writeSecurityTxt } from '../../../src/build/security-txt.ts';

const folder = mkdtempSync(join(tmpdir(), 'portolan-lock-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const source = (file: string) => join(import.meta.dirname, '../../../src', file);

describe('a lock', () => {
  const file = join(folder, 'deep/lock');

  test('is had by one, who is named to the others, and given back', () => {
    const child = spawn('sleep', ['60']);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, String(child.pid));
    const message = `A build is under way already, by process ${child.pid}: wait for it`;
    assert.throws(
      () => takeLock(file, 'A build'),
      (error) => error instanceof LockedError && error.message.startsWith(message),
    );
    child.kill();
  });

  test('of a process that has ended is taken over, and so is one of the own number', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    for (const holder of [pid, process.pid, 'x', '']) {
      writeFileSync(file, String(holder));
      takeLock(file, 'A build')();
      assert.deepEqual(readdirSync(dirname(file)), []);
    }
  });

  test('is never had by two, however many come at once, over a lock that is left', async () => {
    const log = join(folder, 'log');
    writeFileSync(file, '999999999');
    const script = `
      import { appendFileSync } from 'node:fs';
      import { takeLock } from ${JSON.stringify(source('base/lock-file.ts'))};
      for (let done = 0; done < 20; ) {
        let giveBack;
        try { giveBack = takeLock(${JSON.stringify(file)}, 'It'); } catch { continue; }
        appendFileSync(${JSON.stringify(log)}, 'in\\n');
        appendFileSync(${JSON.stringify(log)}, 'out\\n');
        giveBack();
        done++;
      }`;
    const children = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' }),
    );
    const codes = await Promise.all(children.map((child) => once(child, 'exit')));
    assert.deepEqual(
      codes.map(([code]) => code),
      [0, 0, 0, 0],
    );
    assert.equal(readFileSync(log, 'utf8'), 'in\nout\n'.repeat(80));
  });
});

test('a second build says that there is one, and touches nothing', () => {
  const giveBack = takeLock(LOCK, 'A build');
  try {
    const { status, stderr, stdout } = spawnSync(process.execPath, [source('cli/build.ts')], {
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(
      stderr,
      new RegExp(`^A build of this folder is under way already, by process ${process.pid}`),
    );
    assert.equal(stderr.trimEnd().split('\n').length, 1);
  } finally {
    giveBack();
  }
});

test('a build that lacks a file is told which', () => {
  const made = join(folder, 'made');
  const atlas = { authored: () => new Set([22]), documented: () => [22, 80] };
  const all = missingFiles(folder, atlas);
  assert.ok(all.length > 65_536 + 5);
  for (const name of ['0.html', '65535.html', 'port-404.html', '404.html', '80.json', 'og/22.png'])
    assert.ok(all.includes(name), name);
  for (const name of ['22.json', 'og/22.png', '65535.html', 'pagefind/pagefind.js']) {
    mkdirSync(dirname(join(made, name)), { recursive: true });
    writeFileSync(join(made, name), '');
  }
  const missing = missingFiles(made, atlas);
  assert.equal(missing.length, all.length - 4);
  for (const name of ['22.json', 'og/22.png']) assert.ok(!missing.includes(name), name);
});

test('security.txt is written where there is a repository to report to', () => {
  const none = join(folder, 'none');
  mkdirSync(none);
  writeSecurityTxt(none, '2026-08-17', '');
  assert.deepEqual(readdirSync(none), []);
  writeSecurityTxt(none, '2026-08-17', 'https://code.example/portolan');
  const text = readFileSync(join(none, '.well-known/security.txt'), 'utf8');
  assert.match(text, /^Contact: https:\/\/code\.example\/portolan\/security\/advisories\/new$/m);
  assert.match(text, /^Expires: 2027-08-01T00:00:00Z$/m);
});
