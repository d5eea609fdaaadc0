/**
 * How often one client may ask. Everyone has a number of requests to spend, and gets one back after
 * a while. Counted by a clock that nobody can set, and in memory that does not grow.
 */
export interface RateLimits {
  /** To spend at once. */
  burst: number;
  /** Until one is given back, in milliseconds. */
  refill: number;
  /** Clients remembered: of more, those that were away longest are forgotten. */
  clients: number;
}

/** A reader does not answer about thirty pages in a row, and an office behind one address may. */
const LIMITS: RateLimits = { burst: 30, refill: 10_000, clients: 50_000 };

interface Purse {
  left: number;
  at: number;
}

export class RateLimit {
  readonly #limits: RateLimits;
  /** A Map keeps the order of insertion: whoever asked last is last. */
  readonly #purses = new Map<string, Purse>();

  constructor(limits: Partial<RateLimits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
  }

  get clients(): number {
    return this.#purses.size;
  }

  /** @returns 0 if the client may go on, or the seconds to wait */
  spend(client: string, now = performance.now()): number {
    const { burst, refill, clients } = this.#limits;
    const { left, at } = this.#purses.get(client) ?? { left: burst, at: now };
    const full = Math.min(burst, left + (now - at) / refill);
    const purse = { left: full >= 1 ? full - 1 : full, at: now };
    this.#purses.delete(client);
    this.#purses.set(client, purse);
    if (this.#purses.size > clients) this.#forgetOldest();
    return full >= 1 ? 0 : Math.ceil(((1 - full) * refill) / 1000);
  }

  #forgetOldest(): void {
    for (const oldest of this.#purses.keys()) {
      this.#purses.delete(oldest);
      return;
    }
  }
}
