/** Runs over every page as it is made. */
import { defineMiddleware } from 'astro:middleware';
import { tighten } from './base/shrink-html.ts';
import { siteAtlas } from './site/atlas.ts';
import { FRAME_FILE } from './site/port-page.ts';

export const onRequest = defineMiddleware(async ({ locals, url }, next) => {
  locals.atlas = siteAtlas();
  const response = await next();
  // Tightened when it is filled: a value may need quotes where a mark needs none.
  if (url.pathname === `/${FRAME_FILE}`) return response;
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(tighten(await response.text()), response);
});
