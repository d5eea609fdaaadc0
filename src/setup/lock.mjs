import { mkdir, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './report.mjs';

const touchEvery = 1000;
/** A holder that has not touched its lock for this long was killed. */
const staleAfter = 10_000;

/**
 * Two starts at once must not install into the same folder. The lock is a directory, because
 * making one either succeeds or fails; it is outside node_modules, because `npm ci` empties that.
 * @template T
 * @param {string} root
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(root, work) {
  const lock = join(root, '.cache', 'setup.lock');
  await mkdir(dirname(lock), { recursive: true });
  let told = false;
  while (!(await take(lock))) {
    if (await isStale(lock)) {
      await rm(lock, { recursive: true, force: true });
      continue;
    }
    if (!told) say('waiting for another start to finish setting up');
    told = true;
    await sleep(200);
  }
  const touch = setInterval(() => {
    const now = new Date();
    utimes(lock, now, now).catch(() => {});
  }, touchEvery);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    await rm(lock, { recursive: true, force: true });
  }
}

/** @param {string} lock */
async function take(lock) {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} lock */
async function isStale(lock) {
  try {
    return Date.now() - (await stat(lock)).mtimeMs > staleAfter;
  } catch {
    return false; // Given back in the meantime.
  }
}
