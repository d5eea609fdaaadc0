/** One file: the store that needs no set-up. */
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { Batcher, type BatchLimits } from './batcher.ts';
import { answerOf, COLUMNS, valuesOf } from './rows.ts';
import { conditions, PAGE_ROWS } from './sql.ts';
import { asStoreError, isBusy } from './sqlite-errors.ts';
import { migrate } from './sqlite-migrations.ts';
import type { Ballot, Filter, Store, StoredAnswer } from './store.ts';

export interface SqliteOptions extends Partial<BatchLimits> {
  /** How large the file may grow, so that a flood cannot take the whole disk. */
  maxBytes?: number;
  /** How long a file that another process has locked is waited for, in milliseconds. */
  patience?: number;
}

const MAX_BYTES = 1024 ** 3;
const PATIENCE = 4000;
const RETRY_AFTER = 10;
const JOURNAL_PAGES = 4000;

const PUT = `INSERT INTO answer (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
  ON CONFLICT (vote) DO UPDATE SET
  ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}, resolved = NULL`;

export async function openSqlite(file: string, options: SqliteOptions = {}): Promise<SqliteStore> {
  const { maxBytes = MAX_BYTES, patience = PATIENCE } = options;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeToOthers(file);
  const db = new DatabaseSync(file);
  try {
    await whenFree(() => {
      // The journal is synchronised at every commit: with NORMAL, a power cut could take the last
      // answers back after they were acknowledged.
      db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
      // Folded into the file more seldom: the same pages are changed again and again.
      db.exec(`PRAGMA wal_autocheckpoint = ${JOURNAL_PAGES}`);
      inTransaction(db, () => migrate(db));
      const { page_size: pageSize } = db.prepare('PRAGMA page_size').get() ?? {};
      db.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxBytes / Number(pageSize)))}`);
    }, patience);
  } catch (error) {
    db.close();
    throw error;
  }
  return new SqliteStore(db, patience, options);
}

/** What readers wrote is for the service's own account. SQLite gives its other files the same mode. */
function closeToOthers(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600); // One that an earlier version made.
  } catch {
    // A file that may not be written, or is another account's: SQLite says what follows from that.
  }
}

export class SqliteStore implements Store {
  readonly kind = 'sqlite';
  readonly #db: DatabaseSync;
  readonly #patience: number;
  readonly #batcher: Batcher;
  readonly #insert: StatementSync;

  constructor(db: DatabaseSync, patience: number, limits: Partial<BatchLimits>) {
    this.#db = db;
    this.#patience = patience;
    this.#insert = db.prepare(PUT);
    this.#batcher = new Batcher((ballots) => this.putAll(ballots), limits);
  }

  get waiting(): number {
    return this.#batcher.waiting;
  }

  put(ballot: Ballot): Promise<void> {
    return this.#batcher.put(ballot);
  }

  /** All of them or none. */
  putAll(ballots: readonly Ballot[]): Promise<void> {
    return this.#write(() => {
      for (const ballot of ballots) this.#insert.run(...valuesOf(ballot));
    });
  }

  async check(): Promise<void> {
    await whenFree(() => this.#db.prepare('SELECT id FROM answer LIMIT 1').get(), this.#patience);
  }

  /** A page at a time: no reader keeps the journal from being folded into the file. */
  async *answers(filter: Filter = {}): AsyncIterable<StoredAnswer> {
    const { where, values } = conditions(filter, () => '?');
    const page = this.#db.prepare(
      `SELECT * FROM answer WHERE id > ? AND ${where} ORDER BY id LIMIT ${PAGE_ROWS}`,
    );
    for (let last = 0, more = true; more; ) {
      const rows = await whenFree(() => page.all(last, ...values), this.#patience);
      for (const row of rows) yield answerOf(row);
      last = Number(rows.at(-1)?.id ?? last);
      more = rows.length === PAGE_ROWS;
    }
  }

  async resolve(port: number, day: string): Promise<number> {
    const change = this.#db.prepare(
      'UPDATE answer SET resolved = ? WHERE port = ? AND resolved IS NULL',
    );
    return this.#write(() => Number(change.run(day, port).changes));
  }

  async remove(filter: Filter): Promise<number> {
    const { where, values } = conditions(filter, () => '?');
    const change = this.#db.prepare(`DELETE FROM answer WHERE ${where}`);
    const count = await this.#write(() => Number(change.run(...values).changes));
    // What is deleted would otherwise stay in the journal until it is overwritten.
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return count;
  }

  /** In small pieces, since nothing else happens in this thread meanwhile. */
  async forgetVotes(before: string): Promise<void> {
    const change = this.#db.prepare(
      `UPDATE answer SET vote = NULL WHERE id IN
        (SELECT id FROM answer WHERE vote IS NOT NULL AND day < ? LIMIT ${PAGE_ROWS})`,
    );
    while ((await this.#write(() => Number(change.run(before).changes))) > 0) await wait(0);
  }

  async close(): Promise<void> {
    await this.#batcher.idle();
    if (this.#db.isOpen) this.#db.close();
  }

  #write<Result>(work: () => Result): Promise<Result> {
    return whenFree(() => inTransaction(this.#db, work), this.#patience);
  }
}

/** IMMEDIATE asks for the right to write at once, and not in the middle of the work. */
function inTransaction<Result>(db: DatabaseSync, work: () => Result): Result {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** Waits without holding up the thread, which SQLite's own timeout would do. */
async function whenFree<Result>(work: () => Result, patience: number): Promise<Result> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= deadline) throw asStoreError(error);
    }
    await wait(RETRY_AFTER);
  }
}
