/**
 * Compression on the fly: which one a client gets, and how it is made. Without zstd: a browser that
 * knows it knows Brotli, which makes these pages a tenth smaller.
 */
import type { Transform } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';

/** The best first. */
const preference = ['br', 'gzip'] as const;
export type Encoding = (typeof preference)[number];

interface Compressor {
  whole: (bytes: Buffer) => Promise<Buffer>;
  stream: () => Transform;
}

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** Its highest quality is 11, which is for files compressed once and for all: it is 50 times slower. */
const brotliQuality = { [constants.BROTLI_PARAM_QUALITY]: 5 };

export const compressors: Readonly<Record<Encoding, Compressor>> = {
  br: {
    // Told the size, it sets aside memory for that much and not for a large file.
    whole: (bytes) =>
      brotliAsync(bytes, {
        params: { ...brotliQuality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }),
    stream: () => createBrotliCompress({ params: brotliQuality }),
  },
  gzip: { whole: (bytes) => gzipAsync(bytes), stream: () => createGzip() },
};

/** No client names more; what stands beyond is not looked at, since every request may bring it. */
const LONGEST_LIST = 20;
const LONGEST_ITEM = 100;

/** @returns undefined if the client gets the bytes as they are */
export function chooseEncoding(acceptEncoding: string | null): Encoding | undefined {
  if (!acceptEncoding) return undefined;
  const weights = new Map<string, number>();
  for (const item of acceptEncoding.split(',', LONGEST_LIST)) {
    const [name = '', ...parameters] = item
      .slice(0, LONGEST_ITEM)
      .toLowerCase()
      .split(';')
      .map((part) => part.trim());
    const weight = parameters.find((part) => part.startsWith('q='))?.slice(2);
    weights.set(name, weight === undefined ? 1 : Number(weight) || 0);
  }
  const weightOf = (name: Encoding) =>
    weights.get(name) ??
    (name === 'gzip' ? weights.get('x-gzip') : undefined) ??
    weights.get('*') ??
    0;
  const best = preference.reduce((a, b) => (weightOf(b) > weightOf(a) ? b : a));
  return weightOf(best) > 0 ? best : undefined;
}
