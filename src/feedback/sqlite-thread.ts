/**
 * The SQLite file in a thread of its own. A commit waits for the disk, and while this thread waits it
 * takes no new connection: with a connection for each answer, it would take a few hundred a second.
 */
import { Worker } from 'node:worker_threads';
import { Batcher } from './batcher.ts';
import type { Reply, Request, ThreadData } from './sqlite-messages.ts';
import type { SqliteOptions } from './sqlite-store.ts';
import { type AnswerSink, type Ballot, StoreError } from './store.ts';

type Without<Kind, Key extends PropertyKey> = Kind extends unknown ? Omit<Kind, Key> : never;

interface Waiting {
  resolve: () => void;
  reject: (error: StoreError) => void;
}

export async function openSqliteThread(
  file: string,
  options: SqliteOptions = {},
): Promise<AnswerSink> {
  const store = new SqliteThread({ file, options });
  await store.opened;
  return store;
}

class SqliteThread implements AnswerSink {
  readonly kind = 'sqlite';
  readonly opened: Promise<void>;
  readonly #worker: Worker;
  readonly #batcher: Batcher;
  readonly #asked = new Map<number, Waiting>();
  #last = 0;
  #ended: StoreError | undefined;

  constructor(workerData: ThreadData) {
    this.#worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData });
    this.#worker.on('message', ({ id, error }: Reply) => this.#settle(id, error));
    this.#worker.on('error', ({ message }) => this.#fail(message));
    this.#worker.on('exit', () => this.#fail('the thread has ended'));
    this.opened = new Promise((resolve, reject) => this.#asked.set(0, { resolve, reject }));
    this.#batcher = new Batcher(
      (ballots) => this.#ask({ act: 'put', ballots }),
      workerData.options,
    );
  }

  get waiting(): number {
    return this.#batcher.waiting;
  }

  put(ballot: Ballot): Promise<void> {
    return this.#batcher.put(ballot);
  }

  check(): Promise<void> {
    return this.#ask({ act: 'check' });
  }

  forgetVotes(before: string): Promise<void> {
    return this.#ask({ act: 'forget', before });
  }

  async close(): Promise<void> {
    await this.#batcher.idle();
    await this.#ask({ act: 'close' }).catch(() => {}); // It may have ended by itself.
    await this.#worker.terminate();
  }

  #ask(request: Without<Request, 'id'>): Promise<void> {
    return new Promise((resolve, reject) => {
      const id = ++this.#last;
      if (this.#ended) return reject(this.#ended);
      this.#asked.set(id, { resolve, reject });
      this.#worker.postMessage({ ...request, id });
    });
  }

  #settle(id: number, error: Reply['error']): void {
    const waiting = this.#asked.get(id);
    this.#asked.delete(id);
    if (error) waiting?.reject(new StoreError(error.message, { reopen: error.reopen }));
    else waiting?.resolve();
  }

  #fail(reason: string): void {
    this.#ended ??= new StoreError(`SQLite: ${reason}`, { reopen: true });
    for (const { reject } of this.#asked.values()) reject(this.#ended);
    this.#asked.clear();
  }
}
