/** The service: a folder of files, each at its address. */
import { join, relative, resolve, sep } from 'node:path';
import { type Context, Hono } from 'hono';
import { Bodies } from './bodies.ts';
import { type ByteRange, RANGES_FROM, rangeOf } from './byte-range.ts';
import { preconditionOf } from './conditional.ts';
import { contentTypeAt } from './content-types.ts';
import { chooseEncoding, type Encoding } from './encodings.ts';
import { errorLog } from './error-log.ts';
import { fileAt, findFile, isAbsence, type SiteFile, segmentsOf } from './files.ts';
import { headersFor } from './headers.ts';
import { namesIn } from './names-file.ts';
import { REDIRECT_STATUS, redirectFor } from './redirects.ts';

export interface SiteOptions {
  folder: string;
  /** For bodies kept in memory. */
  cacheBytes?: number;
  logError?: (error: unknown) => void;
}

const CACHE_BYTES = 32 * 1024 * 1024;

/** Smaller than this, a body fits one packet as it is. */
const COMPRESSED_FROM = 860;

/** Longer than any of the site's, also with slashes to spare: it need not be looked at to know. */
const LONGEST_ADDRESS = 1000;

export function createSite({
  folder,
  cacheBytes = CACHE_BYTES,
  logError = errorLog(),
}: SiteOptions): Hono {
  const root = resolve(folder);
  const notFoundPage = join(root, '404.html');
  const bodies = new Bodies(cacheBytes);
  const nameToPort = namesIn(root);
  const common = headersFor('/'); // Also where a setting is looked at, before the first reader comes.

  async function answer({ req }: Context): Promise<Response> {
    const { pathname, search } = new URL(req.url);
    if (pathname.length > LONGEST_ADDRESS) return notFound(req.raw, '/');
    const segments = segmentsOf(pathname);
    if (!segments) return badRequest();

    const location = redirectFor(pathname, search, nameToPort);
    if (location !== undefined) {
      const headers = { ...common, Location: location };
      return new Response(null, { status: REDIRECT_STATUS, headers });
    }
    try {
      const file = await findFile(root, segments);
      if (file) return await send(req.raw, pathname, file, 200);
    } catch (error) {
      // A new build may take the folder's place between two looks at it.
      if (!isAbsence(error)) throw error;
    }
    return notFound(req.raw, pathname);
  }

  async function notFound(request: Request, pathname: string): Promise<Response> {
    const page = await fileAt(notFoundPage);
    return page ? send(request, pathname, page, 404) : plain(404, 'Not found');
  }

  async function send(
    request: Request,
    pathname: string,
    file: SiteFile,
    status: 200 | 404,
  ): Promise<Response> {
    const address = `/${relative(root, file.path).split(sep).join('/')}`;
    const { type, compressible } = contentTypeAt(address);
    const headers: Record<string, string> = {
      ...headersFor(pathname),
      'Content-Type': type,
      ...(compressible && { Vary: 'Accept-Encoding' }),
    };
    const packed = compressible && file.size >= COMPRESSED_FROM && bodies.mayCompress(file);
    const wanted = packed ? chooseEncoding(request.headers.get('accept-encoding')) : undefined;
    // Tomorrow the page may be there.
    if (status === 404) {
      return whole(request, file, wanted, 404, { ...headers, 'Cache-Control': 'no-cache' });
    }
    const range = request.method === 'GET' ? rangeOf(request.headers, file) : undefined;
    const encoding = range ? undefined : wanted;
    headers.ETag = encoding ? `W/${file.etag}` : file.etag;
    headers['Last-Modified'] = file.modified.toUTCString();
    if (file.size >= RANGES_FROM) headers['Accept-Ranges'] = 'bytes';
    const precondition = preconditionOf(request.headers, file);
    if (precondition) return new Response(null, { status: precondition, headers });
    if (range === 'none') {
      return plain(416, 'No such range', { 'Content-Range': `bytes */${file.size}` });
    }
    return range
      ? part(request, file, range, headers)
      : whole(request, file, encoding, 200, headers);
  }

  async function whole(
    { method }: Request,
    file: SiteFile,
    encoding: Encoding | undefined,
    status: 200 | 404,
    headers: Record<string, string>,
  ): Promise<Response> {
    const { content, length } = await bodies.of(file, { encoding, headOnly: method === 'HEAD' });
    if (encoding) headers['Content-Encoding'] = encoding;
    headers['Content-Length'] = String(length);
    return new Response(content as BodyInit | null, { status, headers });
  }

  async function part(
    { method }: Request,
    file: SiteFile,
    range: ByteRange,
    headers: Record<string, string>,
  ): Promise<Response> {
    const { content, length } = await bodies.of(file, { range, headOnly: method === 'HEAD' });
    headers['Content-Range'] = `bytes ${range.first}-${range.last}/${file.size}`;
    headers['Content-Length'] = String(length);
    return new Response(content as BodyInit | null, { status: 206, headers });
  }

  const site = new Hono();
  site.get('*', answer); // Hono asks it for HEAD too.
  site.all('*', () => plain(405, 'Method not allowed', { Allow: 'GET, HEAD' }));
  site.onError((error) => {
    logError(error);
    return plain(500, 'Something went wrong');
  });
  return site;
}

/** Also for what is not even an address, which never gets as far as the site. */
export function badRequest(): Response {
  return plain(400, 'Bad request');
}

function plain(status: number, text: string, more: Record<string, string> = {}): Response {
  const headers = {
    ...headersFor('/'),
    'Cache-Control': 'no-cache',
    'Content-Type': 'text/plain; charset=utf-8',
    ...more,
  };
  return new Response(`${text}\n`, { status, headers });
}
