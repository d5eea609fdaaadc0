/** Runs over every page as it is made. */
import { defineMiddleware } from 'astro:middleware';
import { tighten } from './base/shrink-html.ts';

export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(tighten(await response.text()), response);
});
