/** Whether the client has this very file already, and needs no second copy. */
import type { SiteFile } from './files.ts';

export function isFresh(request: Headers, file: SiteFile): boolean {
  const tags = request.get('if-none-match');
  // An exact answer; where there is one, the time is not asked.
  if (tags !== null) {
    return tags.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(file.etag));
  }
  const since = Date.parse(request.get('if-modified-since') ?? '');
  // The header has whole seconds.
  return Math.floor(file.modified.getTime() / 1000) * 1000 <= since;
}

function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}
