/**
 * Makes a folder beside the one that is in use, and puts it in its place when all of it stands: whoever
 * is killed in between leaves the old one as it was.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { takeLock } from '../base/lock-file.ts';

export interface Places {
  /** What is in use. */
  target: string;
  /** Where the new one is made. */
  work: string;
  /** Where the one before waits to be removed. */
  old: string;
  lock: string;
}

/** One at a time: two would write into the same folder, and each would find half of the other's work. */
export async function makeInPlace<Made>(
  { lock, old, target, work }: Places,
  make: (folder: string) => Promise<Made>,
): Promise<Made> {
  const giveBack = takeLock(lock, 'A build of this folder');
  try {
    putBack(target, old);
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    const made = await make(work);
    const spare = join(old, String(Date.now()));
    replaceFolder(target, work, spare);
    removeLater(readdirSync(old).map((name) => join(old, name)));
    return made;
  } finally {
    giveBack();
  }
}

function replaceFolder(target: string, made: string, spare: string): void {
  mkdirSync(dirname(spare), { recursive: true });
  if (existsSync(target)) renameSync(target, spare);
  renameSync(made, target);
}

/** Two renamings are not one: whoever was killed between them left the old folder where it waits. */
function putBack(target: string, old: string): void {
  if (existsSync(target) || !existsSync(old)) return;
  const last = readdirSync(old).toSorted().at(-1);
  if (last !== undefined) renameSync(join(old, last), target);
}

/** 84,000 files take seconds to remove: a process of its own does it, in the background. */
function removeLater(folders: readonly string[]): void {
  const code = `for (const folder of ${JSON.stringify(folders)})
    require('node:fs').rmSync(folder, { recursive: true, force: true })`;
  spawn(process.execPath, ['-e', code], { detached: true, stdio: 'ignore' }).unref();
}
