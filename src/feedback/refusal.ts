/** Why a request is turned away: a status, a sentence for whoever sent it, and how to go on. */
export type RefusalStatus = 400 | 403 | 405 | 408 | 413 | 415 | 429 | 503;

interface RefusalOptions {
  /** Which field is wrong. */
  field?: string | undefined;
  /** After how many seconds another attempt makes sense. */
  retryAfter?: number;
  /** Nothing more is read from this connection. */
  last?: boolean;
  cause?: unknown;
}

export class Refusal extends Error {
  readonly status: RefusalStatus;
  readonly field: string | undefined;
  readonly retryAfter: number | undefined;
  readonly last: boolean;

  constructor(status: RefusalStatus, message: string, options: RefusalOptions = {}) {
    super(message, { cause: options.cause });
    this.status = status;
    this.field = options.field;
    this.retryAfter = options.retryAfter;
    this.last = options.last ?? false;
  }
}
