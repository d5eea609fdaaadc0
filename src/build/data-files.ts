/** The facts for programs and for curl: /3330.json and /3330.txt of every documented port. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Atlas } from '../atlas/atlas.ts';
import { plainText } from '../prose/plain-text.ts';

export function writeDataFiles(folder: string, atlas: Atlas): number {
  for (const port of atlas.documented()) {
    const record = atlas.port(port);
    writeFileSync(join(folder, `${port}.json`), `${JSON.stringify(record)}\n`);
    writeFileSync(join(folder, `${port}.txt`), plainText(record, atlas.sources));
  }
  return atlas.documented().length * 2;
}
