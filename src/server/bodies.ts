/** The bytes of a file, compressed or not: from the cache, or as a stream if they are many. */
import { open, readFile } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { BodyCache } from './body-cache.ts';
import { compressors, type Encoding } from './encodings.ts';
import type { SiteFile } from './files.ts';
import { limiter } from './limiter.ts';

/** A file larger than this is never in memory as a whole. */
const STREAMED_FROM = 1024 * 1024;

/** Files open at a time: a crowd must not use up what the system lets a process open. */
const OPEN_FILES = 32;

export interface Body {
  content: Buffer | ReadableStream | null;
  /** Unknown for what is compressed while it is sent. */
  length: number | undefined;
}

export class Bodies {
  readonly #cache: BodyCache;
  readonly #limit = limiter(OPEN_FILES);

  constructor(cacheBytes: number) {
    this.#cache = new BodyCache(cacheBytes);
  }

  /** @param headOnly the length is all that is wanted */
  async of(file: SiteFile, encoding: Encoding | undefined, headOnly: boolean): Promise<Body> {
    if (file.size > STREAMED_FROM) {
      if (headOnly) return { content: null, length: encoding ? undefined : file.size };
      return stream(file.path, encoding);
    }
    // With the ETag in its key, a body is not found again once the file has changed.
    const key = `${encoding ?? ''} ${file.etag} ${file.path}`;
    const bytes = await this.#cache.get(key, () =>
      this.#limit(async () => {
        const whole = await readFile(file.path);
        return encoding ? compressors[encoding].whole(whole) : whole;
      }),
    );
    return { content: headOnly ? null : bytes, length: bytes.length };
  }
}

async function stream(path: string, encoding: Encoding | undefined): Promise<Body> {
  const handle = await open(path); // Opened here, so that a file that is gone is still a 404.
  const { size } = await handle.stat();
  const file = handle.createReadStream({ end: size - 1 });
  if (!encoding) return { content: Readable.toWeb(file), length: size };
  const compressed = compressors[encoding].stream();
  // Ends both if either fails; the one reading sees the failure of `compressed` itself.
  pipeline(file, compressed, () => {});
  return { content: Readable.toWeb(compressed), length: undefined };
}
