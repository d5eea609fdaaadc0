/** Everybody may read everything; here is the map. */
import type { APIRoute } from 'astro';
import { SITEMAP_ADDRESS } from '../build/sitemaps.ts';
import { absolute } from '../site/site-address.ts';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(SITEMAP_ADDRESS)}\n`);
