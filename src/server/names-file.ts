/** The names that lead to ports, as the build leaves them in the folder: read when an address needs them. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keyOf } from '../features/search/fold.ts';
import type { NameToPort } from './redirects.ts';

/** Begins with a dot, as all that is for the server alone: it is not served. */
export const NAMES_FILE = '.names.json';

export function namesIn(folder: string): NameToPort {
  const file = join(folder, NAMES_FILE);
  let names: ReadonlyMap<string, number> = new Map();
  let version: string | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return (word) => {
    if (word.length > LONGEST) return undefined;
    const now = performance.now();
    if (now - lookedAt >= LOOK_EVERY) {
      lookedAt = now;
      const found = versionOf(file);
      // While a new folder takes the old one's place there is none, and the old names are right.
      if (found !== undefined && found !== version) {
        names = readNames(file);
        version = found;
      }
    }
    return names.get(keyOf(decodeURIComponent(word)));
  };
}

/** A new build has new names: in milliseconds, how soon that is seen. */
const LOOK_EVERY = 1000;

/** As it stands in an address, where a letter may be nine characters; no name has more than forty. */
const LONGEST = 400;

function versionOf(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
}

/** A folder without the file, such as one that another program made, has no names. */
function readNames(file: string): ReadonlyMap<string, number> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8'))));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map();
    throw error;
  }
}
