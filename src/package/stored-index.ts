/**
 * The prepared index of this checkout: made when the tables, the pages or the code that reads them have
 * changed, and kept in node_modules/.cache until then. The package has an index of its own instead of
 * this file (src/build/package).
 */
import { createHash } from 'node:crypto';
import {
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { ROOT } from '../base/folders.ts';
import { openIndex, type PortIndex } from './open-index.ts';

const FOLDER = join(ROOT, 'node_modules/.cache/portolan-index');

/** What the index is made from and by. */
const SOURCES = [
  'content/registry/*.{csv,json}',
  'content/ports/*.mdx',
  'content/locales/en.json',
  'src/{base,facts,words,features,package}/**/*.ts',
];

let opened: PortIndex | undefined;

export function theIndex(): PortIndex {
  opened ??= openIndex(indexBytes(), inflateRawSync);
  return opened;
}

export function indexBytes(): Uint8Array {
  const file = join(FOLDER, stateOfSources());
  try {
    const bytes = readFileSync(file);
    utimesSync(file, new Date(), new Date());
    return bytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const bytes = madeNow();
  mkdirSync(FOLDER, { recursive: true });
  // Two may make it at once; each renames a whole file.
  const written = `${file}.${process.pid}`;
  writeFileSync(written, bytes);
  renameSync(written, file);
  removeUnused();
  return bytes;
}

/** Reading the tables takes much code, which is not needed where the index is there. */
function madeNow(): Uint8Array {
  const load = createRequire(import.meta.url);
  const { openAtlas }: typeof import('../facts/atlas/atlas.ts') = load('../facts/atlas/atlas.ts');
  const { makeIndex }: typeof import('./make-index.ts') = load('./make-index.ts');
  return makeIndex(openAtlas());
}

/** Names, sizes and times tell whether a file is as it was, without reading it. */
function stateOfSources(): string {
  const hash = createHash('sha256');
  for (const file of globSync(SOURCES, { cwd: ROOT }).sort()) {
    const { mtimeMs, size } = statSync(join(ROOT, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

const KEPT_DAYS = 3;

function removeUnused(): void {
  for (const name of readdirSync(FOLDER)) {
    const file = join(FOLDER, name);
    const days = (Date.now() - statSync(file).mtimeMs) / 86_400_000;
    if (days > KEPT_DAYS) rmSync(file, { force: true });
  }
}
