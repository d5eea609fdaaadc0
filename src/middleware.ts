/** Runs over every page as it is made. */
import { defineMiddleware } from 'astro:middleware';
import { tighten } from './base/shrink-html.ts';
import { siteAtlas } from './site/atlas.ts';

export const onRequest = defineMiddleware(async ({ locals }, next) => {
  locals.atlas = siteAtlas();
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(tighten(await response.text()), response);
});
