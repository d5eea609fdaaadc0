/** What was written or rewritten, for a feed reader. */
import type { APIRoute } from 'astro';
import { allGuides } from '../facts/guides.ts';
import { ATOM_TYPE, atomFeed } from '../features/exports/atom.ts';
import { newFeed } from '../features/exports/new-feed.ts';
import { siteAtlas } from '../site/atlas.ts';

export const GET: APIRoute = () =>
  new Response(atomFeed(newFeed(siteAtlas(), allGuides())), {
    headers: { 'Content-Type': ATOM_TYPE },
  });
