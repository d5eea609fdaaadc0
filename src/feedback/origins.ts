/**
 * Whose pages may send answers. There is no cookie, no login and nothing else that a browser would
 * add by itself, so a forged request can do no more than its sender could do directly: cast one vote
 * for the address it comes from. What is left is that another site could make its visitors vote. A
 * browser names the page's origin in every POST, and no script and no form can change it; so an
 * origin that is neither the service's own nor in the list is refused. A request without an origin
 * comes from a program, which would write there what it likes anyway.
 */
import { Refusal } from './refusal.ts';

export class Origins {
  readonly #allowed: ReadonlySet<string>;

  constructor(allowed: readonly string[]) {
    this.#allowed = new Set(allowed);
  }

  /** @returns the headers that let the page read the answer */
  check(origin: string | undefined, host: string | undefined): Record<string, string> {
    if (origin === undefined || isOwn(origin, host)) return {};
    if (!this.#allowed.has(origin)) {
      throw new Refusal(403, 'answers are not taken from this origin');
    }
    return {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Expose-Headers': 'Retry-After',
    };
  }
}

/** What a browser asks for before it sends JSON to another origin, and for how long it remembers. */
export const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'Content-Type',
  'Access-Control-Max-Age': '86400',
} as const;

/** A proxy may speak HTTPS for us, so the scheme cannot be compared. */
function isOwn(origin: string, host: string | undefined): boolean {
  const url = URL.parse(origin);
  return url !== null && url.origin === origin && url.host === host?.toLowerCase();
}
