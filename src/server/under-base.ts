/**
 * A site that lies in a folder of its host: a request for /ports/443 is one for /443, and what leads to
 * /443 leads to /ports/443. A proxy may take the folder away before it asks; that is answered too.
 */
import type { App } from './listen.ts';

export function underBase(app: App, base: string): App {
  if (base === '') return app;
  return {
    async fetch(request, env) {
      const url = new URL(request.url);
      if (url.pathname === base) {
        return new Response(null, { status: 301, headers: { Location: `${base}/${url.search}` } });
      }
      const inside = url.pathname.startsWith(`${base}/`);
      if (inside) url.pathname = url.pathname.slice(base.length);
      const response = await app.fetch(inside ? new Request(url, request) : request, env);
      const location = response.headers.get('Location');
      if (!location?.startsWith('/')) return response;
      const headers = new Headers(response.headers);
      headers.set('Location', base + location);
      return new Response(response.body, { status: response.status, headers });
    },
  };
}
