/** Everybody may read everything; here is the map. */
import type { APIRoute } from 'astro';
import { SITEMAP_ADDRESS } from '../base/addresses.ts';
import { absolute } from '../base/site-address.ts';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(SITEMAP_ADDRESS)}\n`);
