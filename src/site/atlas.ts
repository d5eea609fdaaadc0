/** The atlas, opened once for the whole build. */
import { type Atlas, openAtlas } from '../atlas/atlas.ts';

let opened: Atlas | undefined;

export function siteAtlas(): Atlas {
  opened ??= openAtlas();
  return opened;
}
