/**
 * One commit for all answers that came while the one before was under way. A commit that survives a
 * crash waits for the disk, and that takes as long for a hundred answers as for one.
 */
import { type Ballot, OverloadError } from './store.ts';

interface Waiting {
  ballot: Ballot;
  resolve: () => void;
  reject: (error: unknown) => void;
}

export interface BatchLimits {
  /** In one commit. */
  batch: number;
  /** Beyond so many, an answer is turned away at once: better than to keep everyone waiting. */
  waiting: number;
}

const LIMITS: BatchLimits = { batch: 500, waiting: 4000 };

export class Batcher {
  readonly #write: (ballots: Ballot[]) => Promise<void>;
  readonly #limits: BatchLimits;
  #line: Waiting[] = [];
  #running: Promise<void> | undefined;
  #underWay = 0;

  /** @param write stores all of them or none */
  constructor(write: (ballots: Ballot[]) => Promise<void>, limits: Partial<BatchLimits> = {}) {
    this.#write = write;
    this.#limits = { ...LIMITS, ...limits };
  }

  get waiting(): number {
    return this.#line.length + this.#underWay;
  }

  put(ballot: Ballot): Promise<void> {
    if (this.waiting >= this.#limits.waiting) {
      return Promise.reject(new OverloadError('too many answers are waiting'));
    }
    return new Promise((resolve, reject) => {
      this.#line.push({ ballot, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Until all that is in line has been written, or has failed. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#line.length > 0) {
      await nextTick(); // Whatever has come in with this one is in line by then.
      const batch = this.#line.splice(0, this.#limits.batch);
      this.#underWay = batch.length;
      try {
        await this.#write(lastOfEach(batch));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        // Whoever stands in line has waited too, and would wait as long again in vain.
        for (const { reject } of [...batch, ...this.#line.splice(0)]) reject(error);
      }
      this.#underWay = 0;
    }
    this.#running = undefined;
  }
}

/**
 * The last one of each client and port, since the others would be replaced at once. In the same
 * order everywhere, so that two instances never wait for each other's rows.
 */
function lastOfEach(batch: Waiting[]): Ballot[] {
  const last = new Map(batch.map(({ ballot }) => [ballot.vote.toString('latin1'), ballot]));
  return [...last.values()].sort((a, b) => Buffer.compare(a.vote, b.vote));
}

function nextTick(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
