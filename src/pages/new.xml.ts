/** What was written or rewritten, for a feed reader. */
import type { APIRoute } from 'astro';
import { siteAtlas } from '../site/atlas.ts';
import { ATOM_TYPE, atomFeed } from '../site/atom.ts';
import { allGuides } from '../site/guides.ts';
import { newFeed } from '../site/new-feed.ts';

export const GET: APIRoute = () =>
  new Response(atomFeed(newFeed(siteAtlas(), allGuides())), {
    headers: { 'Content-Type': ATOM_TYPE },
  });
