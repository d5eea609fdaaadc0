/**
 * Who votes, without knowing who it is. An address is only ever seen through a hash with a key that
 * is another one each day. The hash that limits the rate stays in memory. What a row holds until the
 * day is over (`vote`) says 'the same client, on the same page, today' and nothing else: without the
 * key it cannot be tried against addresses, and it differs from page to page. Afterwards it is erased.
 *
 * The key is random, and in a file of its own until the day is over (day-key.ts), so whoever has the
 * file of the answers alone, or a copy of it, has not got the key. With PORTOLAN_FEEDBACK_SECRET it is
 * derived instead and in no file, and several instances know the same client.
 */
import { createHmac } from 'node:crypto';
import { type DayKeys, keysInMemory } from './day-key.ts';

export interface Voter {
  /** For the limit of the rate. */
  client: string;
  /** For the row. */
  vote: (port: number) => Buffer;
}

/** Days whose keys are known at a time: a clock may be put back across midnight. */
const DAYS = 2;
const VOTE_BYTES = 16;

export class Voters {
  readonly #secret: string | undefined;
  readonly #kept: DayKeys;
  readonly #keys = new Map<string, Buffer>();

  constructor(secret?: string, kept: DayKeys = keysInMemory) {
    this.#secret = secret;
    this.#kept = kept;
  }

  /**
   * By the address alone: with the browser's name as well, whoever changes it would vote again. The
   * price is that the people behind one address have one vote on a page and a day.
   */
  of(address: string, day: string): Voter {
    const key = this.#keyOf(day);
    const hash = (text: string) => createHmac('sha256', key).update(text).digest();
    return {
      client: hash(`client ${address}`).toString('latin1'),
      vote: (port) => hash(`vote ${port} ${address}`).subarray(0, VOTE_BYTES),
    };
  }

  #keyOf(day: string): Buffer {
    const known = this.#keys.get(day);
    if (known) return known;
    const key = this.#secret
      ? createHmac('sha256', this.#secret).update(day).digest()
      : this.#kept.of(day);
    this.#keys.set(day, key);
    for (const old of this.#keys.keys()) {
      if (this.#keys.size <= DAYS) break;
      this.#keys.delete(old);
    }
    return key;
  }
}
