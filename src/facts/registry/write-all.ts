/**
 * Several tables change together or not at all. Each new one is written beside the old; then one file,
 * the journal, says that all of them stand; only then do they take the old ones' places. What ends in
 * between is either forgotten (no journal) or finished by whoever opens the tables next.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { ImportError } from '../../base/input-error.ts';

const JOURNAL = '.update-journal';
const STAGED = '.staged';

export function writeAll(dir: string, texts: ReadonlyMap<string, string>): void {
  for (const [name, text] of texts) writeDown(join(dir, name + STAGED), text);
  const beside = join(dir, JOURNAL + STAGED);
  writeDown(beside, [...texts.keys()].join('\n'));
  renameSync(beside, join(dir, JOURNAL));
  finishUpdate(dir);
}

/** An update whose journal stands is finished; of one without, nothing is left. */
export function finishUpdate(dir: string): void {
  const journal = join(dir, JOURNAL);
  if (!existsSync(journal)) return;
  for (const name of readFileSync(journal, 'utf8').split('\n')) {
    if (name !== basename(name)) throw new ImportError(`${name} is no table`, { file: journal });
    moveIfThere(join(dir, name + STAGED), join(dir, name));
  }
  rmSync(journal, { force: true });
}

/** Only by whoever has the lock: another update may be writing these files. */
export function forgetUnfinished(dir: string): void {
  finishUpdate(dir);
  for (const name of readdirSync(dir)) {
    if (name.endsWith(STAGED)) rmSync(join(dir, name), { force: true });
  }
}

function writeDown(file: string, text: string): void {
  const handle = openSync(file, 'w');
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Moved already, before the update was cut off or by another that finishes it too. */
function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
