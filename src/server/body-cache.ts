/** The bodies sent last, up to a number of bytes, so that a page much asked for is compressed once. */

/** About what an entry takes besides its bytes. */
const ENTRY_BYTES = 300;

export class BodyCache {
  readonly #limit: number;
  /** A Map keeps the order of insertion: what was used last is last. */
  readonly #bodies = new Map<string, Buffer>();
  readonly #underWay = new Map<string, Promise<Buffer>>();
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** However many ask for the same body at once, it is made once. */
  async get(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const body = this.#bodies.get(key);
    if (body) {
      this.#bodies.delete(key);
      this.#bodies.set(key, body);
      return body;
    }
    let making = this.#underWay.get(key);
    if (!making) {
      making = make().then((made) => this.#keep(key, made));
      this.#underWay.set(key, making);
      const done = () => this.#underWay.delete(key);
      making.then(done, done);
    }
    return making;
  }

  #keep(key: string, made: Buffer): Buffer {
    const body = compact(made);
    this.#bodies.set(key, body);
    this.#bytes += body.length + ENTRY_BYTES;
    for (const [oldKey, old] of this.#bodies) {
      if (this.#bytes <= this.#limit) break;
      this.#bodies.delete(oldKey);
      this.#bytes -= old.length + ENTRY_BYTES;
    }
    return body;
  }
}

/** What comes from a compressor is the start of a larger buffer, and would keep all of it. */
function compact(body: Buffer): Buffer {
  if (body.buffer.byteLength === body.length) return body;
  const copy = Buffer.allocUnsafeSlow(body.length); // Not from the pool that small buffers share.
  body.copy(copy);
  return copy;
}
