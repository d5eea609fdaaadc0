/** One at a time: a file with the number of the process that is at work. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export class LockedError extends Error {}

/**
 * @param what begins the sentence that whoever comes second reads: 'A build of this folder'
 * @returns what gives it back
 */
export function takeLock(file: string, what: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    while (!linked(own, file)) {
      const holder = readHolder(file);
      if (holder !== undefined && isAlive(holder)) {
        throw new LockedError(
          `${what} is under way already, by process ${holder}: wait for it, or end it. If ` +
            `there is no such process, delete ${file}.`,
        );
      }
      removeStale(file, holder);
    }
  } finally {
    rmSync(own, { force: true });
  }
  return () => {
    if (readHolder(file) === String(process.pid)) rmSync(file, { force: true });
  };
}

/** Whole from the beginning: a file that is created and then written would be empty for a moment. */
function linked(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // Given back at this moment.
  }
}

/** A container starts every time with the same numbers: a lock of our own number is an old one. */
function isAlive(holder: string): boolean {
  const pid = Number(holder);
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Moved away first: of two that find it, one moves it, and gives a new one back if it moved that. */
function removeStale(file: string, holder: string | undefined): void {
  const aside = `${file}.${process.pid}.old`;
  try {
    renameSync(file, aside);
  } catch {
    return; // Another one was quicker.
  }
  if (readHolder(aside) !== holder) linked(aside, file);
  rmSync(aside, { force: true });
}
