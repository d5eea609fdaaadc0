/** The files of the built site, and the addresses at which they are found. */
import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { PORT_404_FILE_ADDRESS } from '../base/page-files.ts';

/** What the server shows where there is nothing: a page without an address of its own. */
export const NOT_FOUND_FILE = '404.html';

export interface SiteFile {
  /** From the root of the site, with slashes. */
  path: string;
  bytes: number;
}

export function filesIn(folder: string): SiteFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return { path: relative(folder, file).split(sep).join('/'), bytes: statSync(file).size };
    });
}

/** The one address of a file, to which the server redirects from no other. */
export function addressOf(path: string): string | undefined {
  if (path === NOT_FOUND_FILE || path.startsWith('.')) return undefined;
  if (!path.endsWith('.html')) return `/${path}`;
  const address = `/${path.slice(0, -'.html'.length)}`;
  if (address === PORT_404_FILE_ADDRESS) return '/404';
  return address === '/index' ? '/' : address;
}
