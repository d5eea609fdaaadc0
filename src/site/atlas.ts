/** The atlas, opened once for the whole build; for an author at work, again when a page or a table was edited. */
import { type Atlas, openAtlas } from '../facts/atlas/atlas.ts';
import { newestEdit } from './newest-edit.ts';

let opened: Atlas | undefined;
let edited = 0;

export function siteAtlas(): Atlas {
  if (import.meta.env.DEV) {
    const newest = newestEdit();
    if (newest > edited) opened = undefined;
    edited = newest;
  }
  opened ??= openAtlas();
  return opened;
}
