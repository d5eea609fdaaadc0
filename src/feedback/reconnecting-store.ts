/**
 * A store that may be away, when the service starts or later: it is opened when it can be, and until
 * then every answer is refused, which is honest, and nothing else stops working.
 */
import type { Log } from './log.ts';
import { type AnswerSink, type Ballot, OverloadError, StoreError } from './store.ts';

/** Between two attempts to open it, in milliseconds. */
const PAUSE = 1000;
/** For so long, a failure is told to whoever asks for the store's health. */
const MEMORY = 30_000;

export class ReconnectingStore {
  readonly #open: () => Promise<AnswerSink>;
  readonly #log: Log;
  #store: AnswerSink | undefined;
  #opening: Promise<AnswerSink> | undefined;
  #failedAt = Number.NEGATIVE_INFINITY;
  #failure: StoreError | undefined;
  #checking: Promise<void> | undefined;
  #checkedAt = Number.NEGATIVE_INFINITY;

  constructor(open: () => Promise<AnswerSink>, log: Log) {
    this.#open = open;
    this.#log = log;
  }

  get waiting(): number {
    return this.#store?.waiting ?? 0;
  }

  /** Whether the last that was heard of the store was good news. */
  get isUp(): boolean {
    return this.#failure === undefined;
  }

  async put(ballot: Ballot): Promise<void> {
    await this.#use((store) => store.put(ballot));
  }

  async forgetVotes(before: string): Promise<void> {
    await this.#use((store) => store.forgetVotes(before));
  }

  /**
   * Rejects if an answer that came now would probably not be stored. However many ask, the store is
   * asked by one of them, and good news is good for a moment.
   */
  check(): Promise<void> {
    if (this.#failure === undefined && performance.now() - this.#checkedAt < PAUSE) {
      return Promise.resolve();
    }
    this.#checking ??= this.#check().finally(() => {
      this.#checking = undefined;
    });
    return this.#checking;
  }

  async #check(): Promise<void> {
    const failure = this.#failure;
    const store = await this.ready();
    await store.check();
    // A full disk can still be read, so only an answer that is stored proves that it is well again.
    if (failure && performance.now() - this.#failedAt < MEMORY) throw failure;
    this.#checkedAt = performance.now();
  }

  async ready(): Promise<AnswerSink> {
    if (this.#store) return this.#store;
    if (!this.#opening) {
      if (this.#failure && performance.now() - this.#failedAt < PAUSE) throw this.#failure;
      this.#opening = this.#tryToOpen();
    }
    return this.#opening;
  }

  async close(): Promise<void> {
    await this.#opening?.catch(() => {});
    await this.#store?.close();
  }

  async #tryToOpen(): Promise<AnswerSink> {
    try {
      this.#store = await this.#open();
      this.#log('info', 'store-open', { kind: this.#store.kind });
      return this.#store;
    } catch (error) {
      throw this.#failed(error);
    } finally {
      this.#opening = undefined;
    }
  }

  async #use(work: (store: AnswerSink) => Promise<void>): Promise<void> {
    const store = await this.ready();
    try {
      await work(store);
    } catch (error) {
      if (error instanceof OverloadError) throw error;
      const failure = this.#failed(error);
      if (failure.reopen && this.#store === store) {
        this.#store = undefined;
        await store.close().catch(() => {});
      }
      throw failure;
    }
    if (this.#failure) this.#log('info', 'store-recovered', {});
    this.#failure = undefined;
  }

  #failed(error: unknown): StoreError {
    const failure =
      error instanceof StoreError ? error : new StoreError(String(error), { cause: error });
    this.#failure = failure;
    this.#failedAt = performance.now();
    this.#log('error', 'store-failed', { reason: failure.message });
    return failure;
  }
}
