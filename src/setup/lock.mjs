import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './report.mjs';

const touchEvery = 1000;
/** A holder that has not touched its lock for this long was killed. */
const staleAfter = 10_000;
/** npm may outlive the start that ran it, and must be left to end, but not for longer than this. */
const goneAfter = 10 * 60_000;

/**
 * Two starts at once must not install into the same folder. The lock is a directory, because
 * making one either succeeds or fails; it is outside node_modules, because `npm ci` empties that.
 * @template T
 * @param {string} root
 * @param {(noteWorker: (pid: number) => void) => Promise<T>} work
 *   may note a process that changes node_modules on its behalf
 * @returns {Promise<T>}
 */
export async function withLock(root, work) {
  const lock = join(root, '.cache', 'setup.lock');
  await mkdir(dirname(lock), { recursive: true });
  let told = false;
  while (!(await take(lock))) {
    if (isStale(await look(lock))) {
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
    return await work((pid) => {
      writeFile(join(lock, 'worker'), String(pid)).catch(() => {});
    });
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

/**
 * @param {string} lock
 * @returns {Promise<{ age: number, worker: number | undefined }>}
 */
async function look(lock) {
  try {
    const age = Date.now() - (await stat(lock)).mtimeMs;
    const worker = await readFile(join(lock, 'worker'), 'utf8').catch(() => '');
    return { age, worker: Number(worker) || undefined };
  } catch {
    return { age: 0, worker: undefined }; // Given back in the meantime.
  }
}

/** @param {{ age: number, worker: number | undefined }} lock */
export function isStale({ age, worker }) {
  if (age <= staleAfter) return false;
  return age > goneAfter || worker === undefined || !isAlive(worker);
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0); // Signal 0 only asks.
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
