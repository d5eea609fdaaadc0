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

export function contentTypeOf(fileName: string): ContentType {
  return types.get(extname(fileName).toLowerCase()) ?? unknown;
}

export function hasKnownType(fileName: string): boolean {
  return types.has(extname(fileName).toLowerCase());
}
