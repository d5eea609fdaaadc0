/** A build that is killed, at whatever moment, leaves the site that is in use whole; the next one works. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { makeInPlace, type Places } from '../../../src/build/in-place.ts';

const FILES = 100;
const KILLS = 10;
/** The builds of a child, told file by file: so many until it is killed, and so it is somewhere in one of them. */
const MOST_TOLD = 3 * FILES;

const folder = mkdtempSync(join(tmpdir(), 'portolan-killed-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const places: Places = {
  target: join(folder, 'dist'),
  work: join(folder, 'cache/build'),
  old: join(folder, 'cache/old'),
  lock: join(folder, 'cache/lock'),
};

const script = `
  import { writeFileSync, writeSync } from 'node:fs';
  import { join } from 'node:path';
  import { setImmediate } from 'node:timers/promises';
  import { makeInPlace } from ${JSON.stringify(join(import.meta.dirname, '../../../src/build/in-place.ts'))};
  for (let number = 0; ; number++)
    await makeInPlace(${JSON.stringify(places)}, async (folder) => {
      for (let file = 0; file < ${FILES}; file++) {
        writeFileSync(join(folder, file + '.html'), process.pid + ' ' + number);
        writeSync(1, '.');
        await setImmediate();
      }
    });`;

/** What all files of the site say, if it is whole. */
function siteIn(target: string): string {
  const names = readdirSync(target);
  assert.equal(names.length, FILES);
  const texts = new Set(names.map((name) => readFileSync(join(target, name), 'utf8')));
  assert.equal(texts.size, 1, [...texts].join());
  return [...texts].join();
}

async function killSomewhere(): Promise<void> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let left = randomInt(1, MOST_TOLD);
  child.stdout.on('data', (told: Buffer) => {
    left -= told.length;
    if (left <= 0) child.kill('SIGKILL');
  });
  const [code, signal] = await once(child, 'exit');
  assert.deepEqual([code, signal], [null, 'SIGKILL']);
}

const makeWhole = (text: string) =>
  makeInPlace(places, async (made) => {
    for (let file = 0; file < FILES; file++) writeFileSync(join(made, `${file}.html`), text);
  });

test(`killed at ${KILLS} random moments`, async () => {
  await makeWhole('first');
  for (let kill = 0; kill < KILLS; kill++) {
    await killSomewhere();
    // Between the two renamings there is nothing, and the next build begins with putting it back.
    if (!existsSync(places.target)) await assert.rejects(makeInPlace(places, failing));
    siteIn(places.target);
  }
  await makeWhole('last');
  assert.equal(siteIn(places.target), 'last');
});

test('a build that fails leaves the site as it was, and gives the lock back', async () => {
  await makeWhole('before');
  await assert.rejects(makeInPlace(places, failing));
  assert.equal(siteIn(places.target), 'before');
  assert.ok(!existsSync(places.lock));
});

test('what was killed between the two renamings is put back', async () => {
  await makeWhole('waiting');
  mkdirSync(places.old, { recursive: true });
  renameSync(places.target, join(places.old, '9999999999999'));
  await assert.rejects(makeInPlace(places, failing));
  assert.equal(siteIn(places.target), 'waiting');
});

const failing = async () => {
  throw new Error('it fails');
};
