/** What a client has already, or believes the file to be: RFC 9110, 13. */
import type { SiteFile } from './files.ts';

/** More tags than a client keeps copies: those beyond are not compared. */
const MOST_TAGS = 32;

/**
 * @returns 304 if the client has this very file and needs no second copy, 412 if it asks for another
 *   one than there is now
 */
export function preconditionOf(request: Headers, file: SiteFile): 304 | 412 | undefined {
  if (!isExpected(request, file)) return 412;
  return isFresh(request, file) ? 304 : undefined;
}

function isExpected(request: Headers, file: SiteFile): boolean {
  const tags = request.get('if-match');
  // A tag that is weak is equal to none here: it speaks of the compressed forms too.
  if (tags !== null) return tagsIn(tags).some((tag) => tag === '*' || tag === file.etag);
  const since = Date.parse(request.get('if-unmodified-since') ?? '');
  return Number.isNaN(since) || wholeSeconds(file) <= since;
}

function isFresh(request: Headers, file: SiteFile): boolean {
  const tags = request.get('if-none-match');
  // An exact answer; where there is one, the time is not asked.
  if (tags !== null) {
    return tagsIn(tags).some((tag) => tag === '*' || tag.replace(/^W\//, '') === file.etag);
  }
  return wholeSeconds(file) <= Date.parse(request.get('if-modified-since') ?? '');
}

function tagsIn(header: string): string[] {
  return header.split(',', MOST_TAGS).map((tag) => tag.trim());
}

/** As the headers have it. */
function wholeSeconds({ modified }: SiteFile): number {
  return Math.floor(modified.getTime() / 1000) * 1000;
}
