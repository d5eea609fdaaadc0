/** From an address to a file of the site, and to no other file. */
import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PORT_404_FILE_ADDRESS } from '../base/page-files.ts';
import { hasKnownType } from './content-types.ts';

/** The one file in a folder with a dot that is there to be read: RFC 9116. */
export const SECURITY_TXT = '.well-known/security.txt';

export interface SiteFile {
  path: string;
  size: number;
  modified: Date;
  /** Of the bytes as they are; a compressed form has it as a weak one. */
  etag: string;
}

/**
 * @param pathname as a URL has it: percent-encoded
 * @returns undefined if the address is malformed, or tries to be the path of another file
 */
export function segmentsOf(pathname: string): string[] | undefined {
  try {
    const segments = pathname.split('/').filter(Boolean).map(decodeURIComponent);
    return segments.every(isPlainName) ? segments : undefined;
  } catch {
    return undefined; // Percent signs that encode nothing.
  }
}

/** A name cannot hold what separates names, on this system or another, or ends a string in C. */
function isPlainName(segment: string): boolean {
  return !/[/\\\0]/.test(segment) && segment !== '.' && segment !== '..';
}

export async function findFile(folder: string, segments: string[]): Promise<SiteFile | undefined> {
  if (segments.some(isPrivate) && segments.join('/') !== SECURITY_TXT) return undefined;
  const address = `/${segments.join('/') || 'index'}`;
  const name = address === '/404' ? PORT_404_FILE_ADDRESS : address;
  // A page is found by its address alone, not as the file it is.
  const candidates = hasKnownType(name) ? [name, `${name}.html`] : [`${name}.html`, name];
  for (const candidate of candidates) {
    const file = await fileAt(join(folder, candidate));
    if (file) return file;
  }
  return undefined;
}

/** The build's own notes (.stamp), and what is for a host of static files (_headers, _redirects). */
function isPrivate(segment: string): boolean {
  return segment.startsWith('.') || segment === '_headers' || segment === '_redirects';
}

export async function fileAt(path: string): Promise<SiteFile | undefined> {
  let stats: Stats;
  try {
    stats = await stat(path);
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
  if (!stats.isFile()) return undefined;
  const { size, mtimeMs, mtime } = stats;
  const etag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`;
  return { path, size, modified: mtime, etag };
}

/** The ways in which a file system says that there is no such file. */
export function isAbsence(error: unknown): boolean {
  const codes = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'ELOOP'];
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
