/** When the facts were last edited; asked many times for one page, and looked up once. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES_DIR } from '../facts/atlas/load.ts';
import { REGISTRY_DIR } from '../facts/registry/tables.ts';

const LOOK_AGAIN = 100;

let newest = 0;
let looked = Number.NEGATIVE_INFINITY;

/** Milliseconds since 1970. */
export function newestEdit(): number {
  if (performance.now() - looked < LOOK_AGAIN) return newest;
  looked = performance.now();
  const files = [PAGES_DIR, REGISTRY_DIR].flatMap((folder) =>
    readdirSync(folder).map((name) => join(folder, name)),
  );
  newest = Math.max(...files.map((file) => statSync(file).mtimeMs));
  return newest;
}
