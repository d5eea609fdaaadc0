/** The bytes of a file, compressed or not: from memory, or as a stream if they are many. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { BodyCache } from './body-cache.ts';
import type { ByteRange } from './byte-range.ts';
import { compressors, type Encoding } from './encodings.ts';
import type { SiteFile } from './files.ts';
import { limiter } from './limiter.ts';

/** A larger file has a cache apart, so that many small pages do not put out what takes long to compress. */
const LARGE_FROM = 1024 * 1024;

/** A file of more than this share of the cache is never in memory as a whole, only what it is compressed to. */
const MOST_OF_CACHE = 1 / 4;

/** Files open at a time: a crowd must not use up what the system lets a process open. */
const OPEN_FILES = 32;

export interface Body {
  content: Buffer | ReadableStream | null;
  length: number;
}

export interface BodyWanted {
  encoding?: Encoding | undefined;
  range?: ByteRange | undefined;
  /** The length is all that is wanted. */
  headOnly: boolean;
}

export class Bodies {
  readonly #cache: BodyCache;
  readonly #large: BodyCache;
  readonly #most: number;
  readonly #limit = limiter(OPEN_FILES);

  constructor(cacheBytes: number) {
    this.#cache = new BodyCache(cacheBytes);
    this.#large = new BodyCache(cacheBytes);
    this.#most = cacheBytes;
  }

  /** What is compressed has to fit into memory: otherwise it would be compressed for each request. */
  mayCompress({ size }: SiteFile): boolean {
    return size <= this.#most;
  }

  async of(file: SiteFile, { encoding, range, headOnly }: BodyWanted): Promise<Body> {
    const streamed = file.size > this.#most * MOST_OF_CACHE;
    if (streamed && !encoding) {
      const { first, last } = range ?? { first: 0, last: file.size - 1 };
      const length = last - first + 1;
      return { content: headOnly ? null : await stream(file.path, first, last), length };
    }
    // With the ETag in its key, a body is not found again once the file has changed.
    const key = `${encoding ?? ''} ${file.etag} ${file.path}`;
    const cache = file.size > LARGE_FROM ? this.#large : this.#cache;
    const whole = await cache.get(key, () =>
      this.#limit(() =>
        streamed && encoding ? packLarge(file.path, encoding) : read(file, encoding),
      ),
    );
    const bytes = range ? whole.subarray(range.first, range.last + 1) : whole;
    return { content: headOnly ? null : bytes, length: bytes.length };
  }
}

async function read({ path }: SiteFile, encoding: Encoding | undefined): Promise<Buffer> {
  const whole = await readFile(path);
  return encoding ? compressors[encoding].whole(whole) : whole;
}

async function packLarge(path: string, encoding: Encoding): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await pipeline(createReadStream(path), compressors[encoding].stream(), async (packed) => {
    for await (const chunk of packed) chunks.push(chunk);
  });
  return Buffer.concat(chunks);
}

async function stream(path: string, start: number, end: number): Promise<ReadableStream> {
  const file = createReadStream(path, { start, end });
  await once(file, 'open'); // Here, so that a file that is gone is still a 404.
  return Readable.toWeb(file);
}
