/** Where a build happens, and where it ends up. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const DIST = join(ROOT, 'dist');
/** Inside the project, so that Astro keeps each build's intermediate files in its own folder. */
/** The folder that a new build has replaced, until it is removed. */
export const OLD = join(ROOT, '.cache', 'old');
/** Held by the one build that may use the folder below it. */
export const LOCK = join(ROOT, '.cache', 'build-lock');
export const WORK = join(ROOT, '.cache', 'build');
