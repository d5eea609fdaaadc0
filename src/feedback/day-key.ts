/**
 * The key of a day in a file beside the answers, for a service without PORTOLAN_FEEDBACK_SECRET: it
 * knows after a restart who has answered already, so that an answer that is sent again is not stored
 * again. Only the service's own account may read it, and it is removed when the day is over; until
 * then, whoever has this file and that of the answers could try addresses against the day's votes.
 */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;
const NAME = /^day-\d{4}-\d{2}-\d{2}\.key$/;

export interface DayKeys {
  of(day: string): Buffer;
  /** Removes those of the days before this one. */
  forget(before: string): void;
}

/** Without a place for a file, a key is in memory only, as it is without this. */
export const keysInMemory: DayKeys = { of: () => randomBytes(KEY_BYTES), forget: () => {} };

export function keysIn(folder: string): DayKeys {
  return {
    of: (day) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        return readOrMake(join(folder, `day-${day}.key`));
      } catch {
        return keysInMemory.of(day);
      }
    },
    forget: (before) => {
      try {
        const old = readdirSync(folder).filter((name) => NAME.test(name) && name < `day-${before}`);
        for (const name of old) rmSync(join(folder, name), { force: true });
      } catch {
        // There is no folder yet, or it may not be written: then there is no key in it either.
      }
    },
  };
}

/** Linked into its place, so that of two instances that start at once both have the same key. */
function readOrMake(file: string): Buffer {
  const own = `${file}.${process.pid}`;
  try {
    writeFileSync(own, randomBytes(KEY_BYTES), { mode: 0o600 });
    linkSync(own, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(own, { force: true });
  }
  const key = readFileSync(file);
  if (key.length !== KEY_BYTES) throw new Error(`${file} is no key`);
  return key;
}
