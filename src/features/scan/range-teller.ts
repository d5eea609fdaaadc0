/** Tells the ports of a range one by one, as long as that says something and does not get out of hand. */
import type { ScanRow } from './row.ts';

/** A range of more ports than this stays one row: it says little of any one of them. */
export const WIDEST_TOLD = 64;

/** A megabyte of '1-64/tcp' would be seven million rows; no ruleset has so many ports in its ranges. */
const MOST_TOLD = 100_000;

export class RangeTeller {
  readonly #take: (row: ScanRow) => void;
  #told = 0;
  #left = 0;

  constructor(take: (row: ScanRow) => void) {
    this.#take = take;
  }

  /** How many ranges would have been told port by port if there were fewer of them. */
  get left(): number {
    return this.#left;
  }

  tell(row: ScanRow): void {
    const { to, ...first } = row;
    const narrow = to !== undefined && to - row.port < WIDEST_TOLD;
    if (!narrow) this.#take(row);
    else if (this.#told > MOST_TOLD) {
      this.#left++;
      this.#take(row);
    } else {
      for (let port = row.port; port <= to; port++) this.#take({ ...first, port });
      this.#told += to - row.port + 1;
    }
  }
}
