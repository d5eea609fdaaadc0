/**
 * The same thing is said once a second at most: what fails for every reader must not fill the disk
 * with its own log.
 */
const PAUSE = 1000;
/** Different things known at a time. */
const MOST = 100;

export interface Said {
  /** How often it came since it was said last, and was not said. */
  unsaid: number;
}

export class OnceASecond {
  readonly #last = new Map<string, { at: number; unsaid: number }>();

  /** @returns undefined if it was said within this second */
  ask(what: string, now = performance.now()): Said | undefined {
    const before = this.#last.get(what);
    if (before && now - before.at < PAUSE) {
      before.unsaid++;
      return undefined;
    }
    if (!before && this.#last.size >= MOST) this.#last.clear();
    this.#last.set(what, { at: now, unsaid: 0 });
    return { unsaid: before?.unsaid ?? 0 };
  }
}
