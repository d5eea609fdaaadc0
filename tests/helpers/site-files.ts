/** The files of the built site, and the addresses at which they are found. */
import { join } from 'node:path';
import { DIST } from '../../src/base/folders.ts';
import { fileOf } from '../../src/base/page-files.ts';
import { filesIn, type SiteFile } from '../../src/prove/site-files.ts';

export { addressOf, NOT_FOUND_FILE } from '../../src/prove/site-files.ts';

export const siteFiles = (): SiteFile[] => filesIn(DIST);

export const portFile = (port: number): string => `${fileOf(port)}.html`;

export const inSite = (path: string): string => join(DIST, path);
