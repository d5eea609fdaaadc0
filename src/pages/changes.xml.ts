/** What changed in the registry, for a feed reader. */
import type { APIRoute } from 'astro';
import { siteAtlas } from '../site/atlas.ts';
import { ATOM_TYPE, atomFeed } from '../site/atom.ts';
import { changeFeed } from '../site/change-feed.ts';

export const GET: APIRoute = () =>
  new Response(atomFeed(changeFeed(siteAtlas())), { headers: { 'Content-Type': ATOM_TYPE } });
