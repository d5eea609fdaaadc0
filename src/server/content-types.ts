/** What a file is, by the end of its name. */
import { extname } from 'node:path';

export interface ContentType {
  type: string;
  /** False for what is compressed already. */
  compressible: boolean;
}

const text = (type: string): ContentType => ({
  type: `${type}; charset=utf-8`,
  compressible: true,
});
const packed = (type: string): ContentType => ({ type, compressible: false });

const unknown = packed('application/octet-stream');

const types: ReadonlyMap<string, ContentType> = new Map(
  Object.entries({
    html: text('text/html'),
    css: text('text/css'),
    js: text('text/javascript'),
    mjs: text('text/javascript'),
    json: text('application/json'),
    map: text('application/json'),
    webmanifest: text('application/manifest+json'),
    txt: text('text/plain'),
    md: text('text/markdown'),
    csv: text('text/csv'),
    xml: text('application/xml'),
    svg: text('image/svg+xml'),
    ico: { type: 'image/x-icon', compressible: true },
    png: packed('image/png'),
    jpg: packed('image/jpeg'),
    jpeg: packed('image/jpeg'),
    gif: packed('image/gif'),
    webp: packed('image/webp'),
    avif: packed('image/avif'),
    woff: packed('font/woff'),
    woff2: packed('font/woff2'),
    pdf: packed('application/pdf'),
    gz: packed('application/gzip'),
    zip: packed('application/zip'),
    wasm: { type: 'application/wasm', compressible: true },
    // Pagefind's index: gzipped by Pagefind, and unpacked by its own script.
    pagefind: unknown,
    pf_meta: unknown,
    pf_index: unknown,
    pf_filter: unknown,
    pf_fragment: unknown,
  }).map(([extension, type]) => [`.${extension}`, type]),
);

/**
 * Files whose kind their extension does not tell; `*` stands for any text. A host that goes by the
 * extension is told in _headers, a server in its configuration.
 */
export const namedTypes: readonly { path: string; type: string }[] = [
  { path: '/changes.xml', type: 'application/atom+xml; charset=utf-8' },
  { path: '/new.xml', type: 'application/atom+xml; charset=utf-8' },
  { path: '/opensearch.xml', type: 'application/opensearchdescription+xml; charset=utf-8' },
  { path: '/schema/*', type: 'application/schema+json; charset=utf-8' },
];

const namedPatterns = namedTypes.map(({ path, type }) => ({
  pattern: new RegExp(`^${path.split('*').map(RegExp.escape).join('.*')}$`),
  type: { type, compressible: true },
}));

/** @param address from the root of the site */
export function contentTypeAt(address: string): ContentType {
  const named = namedPatterns.find(({ pattern }) => pattern.test(address));
  return named?.type ?? contentTypeOf(address);
}

export function contentTypeOf(fileName: string): ContentType {
  return types.get(extname(fileName).toLowerCase()) ?? unknown;
}

export function hasKnownType(fileName: string): boolean {
  return types.has(extname(fileName).toLowerCase());
}
