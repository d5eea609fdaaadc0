/** The names that lead to ports, as the build leaves them in the folder: read when an address first needs them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyOf } from '../features/search/fold.ts';
import type { NameToPort } from './redirects.ts';

/** Begins with a dot, as all that is for the server alone: it is not served. */
export const NAMES_FILE = '.names.json';

export function namesIn(folder: string): NameToPort {
  let names: ReadonlyMap<string, number> | undefined;
  return (word) => {
    names ??= readNames(join(folder, NAMES_FILE));
    return names.get(keyOf(decodeURIComponent(word)));
  };
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
