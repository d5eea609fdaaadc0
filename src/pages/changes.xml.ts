/** What changed in the registry, for a feed reader. */
import type { APIRoute } from 'astro';
import { ATOM_TYPE, atomFeed } from '../features/exports/atom.ts';
import { changeFeed } from '../features/exports/change-feed.ts';
import { siteAtlas } from '../site/atlas.ts';

export const GET: APIRoute = () =>
  new Response(atomFeed(changeFeed(siteAtlas())), { headers: { 'Content-Type': ATOM_TYPE } });
