/** Where answers are kept. What holds for every store is said here, and tested once for all of them. */
import type { FeedbackAnswer } from '../facts/schemas/feedback.ts';

/** What is stored of an answer: nothing that says who gave it. */
interface Answer extends Omit<FeedbackAnswer, 'website'> {
  /** As UTC has it: '2026-11-20'. */
  day: string;
}

/** An answer that is to be stored. */
export interface Ballot extends Answer {
  /** The same for the same client, port and day (see voter.ts): a later answer replaces the earlier one. */
  vote: Buffer;
}

export interface StoredAnswer extends Answer {
  id: number;
  /** The day on which somebody said that it has been dealt with. */
  resolved: string | null;
}

export interface Filter {
  port?: number | undefined;
  locale?: string | undefined;
  /** From this day on. */
  since?: string | undefined;
  /** Up to the day before this one. */
  before?: string | undefined;
  /** Only what nobody has dealt with. */
  open?: boolean | undefined;
}

/** What the service needs: a place for answers. */
export interface AnswerSink {
  readonly kind: 'sqlite' | 'postgres';
  /** Ends when the answer will survive a crash; rejects with a StoreError if it was not stored. */
  put(ballot: Ballot): Promise<void>;
  /** Answers that wait for their turn. */
  readonly waiting: number;
  /** Rejects if the store cannot be read. */
  check(): Promise<void>;
  /** Takes away what ties the answers of the days before this one to a client. */
  forgetVotes(before: string): Promise<void>;
  close(): Promise<void>;
}

/** What those need besides who read the answers. */
export interface Store extends AnswerSink {
  /** In the order in which they came. */
  answers(filter?: Filter): AsyncIterable<StoredAnswer>;
  /** @returns how many were open until now */
  resolve(port: number, day: string): Promise<number>;
  /** @returns how many there were */
  remove(filter: Filter): Promise<number>;
}

/** Not stored, and the client may try again later. */
export class StoreError extends Error {
  /** Whether the store should be opened anew before it is used again. */
  readonly reopen: boolean;

  constructor(message: string, options: { cause?: unknown; reopen?: boolean } = {}) {
    super(message, { cause: options.cause });
    this.reopen = options.reopen ?? false;
  }
}

/** Not stored because too many came at once: the store itself is well. */
export class OverloadError extends StoreError {}
