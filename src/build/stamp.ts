/** Whether dist/ was built from the sources as they are now. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, ROOT } from '../base/folders.ts';

const STAMP = join(DIST, '.stamp');
const SOURCES = [
  'src/**/*',
  'content/**/*',
  'public/**/*',
  'astro.config.mjs',
  'package-lock.json',
];

/** Size and time of change are enough: a new clone has new times, and no dist/. */
export function sourceStamp(): string {
  const hash = createHash('sha256').update(
    // Written as JSON, since an empty PORTOLAN_FEEDBACK says something else than none.
    JSON.stringify([
      process.version,
      process.env.PORTOLAN_SITE ?? null,
      process.env.PORTOLAN_BASE ?? null,
      process.env.PORTOLAN_FEEDBACK ?? null,
      process.env.PORTOLAN_HSTS ?? null,
    ]),
  );
  for (const file of globSync(SOURCES, { cwd: ROOT }).sort()) {
    const { mtimeMs, size } = statSync(join(ROOT, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

export function isCurrent(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourceStamp();
}

export function writeStamp(stamp: string): void {
  writeFileSync(STAMP, stamp);
}
