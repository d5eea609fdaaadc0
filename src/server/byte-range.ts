/** Part of a file, for a download that goes on where it was cut off. */
import type { SiteFile } from './files.ts';

/** Smaller files are sent again as a whole. */
export const RANGES_FROM = 100 * 1024;

export interface ByteRange {
  first: number;
  /** Part of it too. */
  last: number;
}

/**
 * One range of bytes. Several at once, or another unit, may be answered with the whole file, and are.
 * @returns undefined where the whole file is to be sent, and 'none' where the file has no such bytes
 */
export function rangeOf(headers: Headers, file: SiteFile): ByteRange | 'none' | undefined {
  const { size } = file;
  const [, from = '', to = ''] =
    /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.get('range') ?? '') ?? [];
  if (size < RANGES_FROM || from + to === '' || !isOfThisFile(headers, file)) return undefined;
  if (from === '') {
    return Number(to) === 0 ? 'none' : { first: Math.max(0, size - Number(to)), last: size - 1 };
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(size - 1, Number(to));
  if (to !== '' && Number(to) < first) return undefined; // No range at all, so it is not one to heed.
  return first < size ? { first, last } : 'none';
}

/** Whoever has the beginning of an older file gets the new one from its beginning. */
function isOfThisFile(headers: Headers, { etag, modified }: SiteFile): boolean {
  const condition = headers.get('if-range');
  if (condition === null) return true;
  return condition === etag || condition === modified.toUTCString();
}
