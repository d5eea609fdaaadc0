/** Joins the folders of the shards by renaming: nothing is copied. */

import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Moves everything of `from` into `into`; where both have a file, the one in `into` stays (shared
 * assets are identical).
 */
export function moveInto(into: string, from: string): void {
  const present = new Set(readdirSync(into));
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(into, entry.name);
    if (!present.has(entry.name)) renameSync(source, target);
    else if (entry.isDirectory()) moveInto(target, source);
  }
  rmSync(from, { recursive: true });
}

/** Puts the new folder in the place of the old one, which is gone only when the new one stands. */
export function replaceFolder(target: string, made: string, spare: string): void {
  mkdirSync(dirname(spare), { recursive: true });
  try {
    renameSync(target, spare);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  renameSync(made, target);
  removeLater(spare);
}

/** 84,000 files take seconds to remove: a process of its own does it, and nobody waits for it. */
function removeLater(folder: string): void {
  const code = `require('node:fs').rmSync(${JSON.stringify(folder)}, { recursive: true, force: true })`;
  spawn(process.execPath, ['-e', code], { detached: true, stdio: 'ignore' }).unref();
}
