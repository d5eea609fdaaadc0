/** PostgreSQL, or what speaks its language: for more than one instance. Plain SQL and nothing else. */
import pg from 'pg';
import { Batcher, type BatchLimits } from './batcher.ts';
import { migrate } from './postgres-migrations.ts';
import { answerOf, COLUMNS, valuesOf } from './rows.ts';
import { conditions, PAGE_ROWS } from './sql.ts';
import { type Ballot, type Filter, type Store, type StoredAnswer, StoreError } from './store.ts';

export interface PostgresOptions extends Partial<BatchLimits> {
  /** How long a statement may take, in milliseconds. */
  patience?: number;
}

const PATIENCE = 4000;

/** Two instances stored the same votes at once, and one of them was asked to try again. */
const TRY_AGAIN = ['40001', '40P01'];
const ATTEMPTS = 5;

export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Store> {
  const { patience = PATIENCE } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: patience,
    query_timeout: patience, // Not told to the server: a pooler in between would refuse that.
    keepAlive: true,
    application_name: 'portolan-feedback',
    // Everything as text; rows.ts knows what it is.
    types: { getTypeParser: () => (value: string) => value },
  });
  pool.on('error', () => {}); // A connection that broke while idle: the pool makes a new one.
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    throw asStoreError(error);
  }
  return new PostgresStore(pool, options);
}

class PostgresStore implements Store {
  readonly kind = 'postgres';
  readonly #pool: pg.Pool;
  readonly #batcher: Batcher;

  constructor(pool: pg.Pool, limits: Partial<BatchLimits>) {
    this.#pool = pool;
    this.#batcher = new Batcher((ballots) => this.#insert(ballots), limits);
  }

  get waiting(): number {
    return this.#batcher.waiting;
  }

  put(ballot: Ballot): Promise<void> {
    return this.#batcher.put(ballot);
  }

  async check(): Promise<void> {
    await this.#query('SELECT id FROM feedback_answer LIMIT 1');
  }

  async *answers(filter: Filter = {}): AsyncIterable<StoredAnswer> {
    const { where, values } = conditions(filter, (index) => `$${index + 2}`);
    const sql = `SELECT id, day, port, locale, face, reasons, note, version, resolved
      FROM feedback_answer WHERE id > $1 AND ${where} ORDER BY id LIMIT ${PAGE_ROWS}`;
    for (let last = '0', more = true; more; ) {
      const { rows } = await this.#query(sql, [last, ...values]);
      for (const row of rows) yield answerOf({ ...row, port: Number(row.port) });
      last = rows.at(-1)?.id ?? last;
      more = rows.length === PAGE_ROWS;
    }
  }

  async resolve(port: number, day: string): Promise<number> {
    const sql = 'UPDATE feedback_answer SET resolved = $1 WHERE port = $2 AND resolved IS NULL';
    return (await this.#query(sql, [day, port])).rowCount ?? 0;
  }

  async remove(filter: Filter): Promise<number> {
    const { where, values } = conditions(filter, (index) => `$${index + 1}`);
    return (await this.#query(`DELETE FROM feedback_answer WHERE ${where}`, values)).rowCount ?? 0;
  }

  async forgetVotes(before: string): Promise<void> {
    const sql = `UPDATE feedback_answer SET vote = NULL WHERE id IN
      (SELECT id FROM feedback_answer WHERE vote IS NOT NULL AND day < $1 LIMIT ${PAGE_ROWS})`;
    while (((await this.#query(sql, [before])).rowCount ?? 0) > 0);
  }

  async close(): Promise<void> {
    await this.#batcher.idle();
    await this.#pool.end();
  }

  async #insert(ballots: Ballot[]): Promise<void> {
    const width = COLUMNS.length;
    const rows = ballots.map(
      (_, row) => `(${COLUMNS.map((_, column) => `$${row * width + column + 1}`).join(', ')})`,
    );
    const sets = COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ');
    const sql = `INSERT INTO feedback_answer (${COLUMNS.join(', ')}) VALUES ${rows.join(', ')}
      ON CONFLICT (vote) DO UPDATE SET ${sets}, resolved = NULL`;
    await this.#query(sql, ballots.flatMap(valuesOf));
  }

  /** One statement is one transaction, so it can be said again as a whole. */
  async #query(sql: string, values: (string | number | Buffer)[] = []) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#pool.query<Record<string, string>>(sql, values);
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        if (!TRY_AGAIN.includes(code) || attempt === ATTEMPTS) throw asStoreError(error);
      }
    }
  }
}

/** A server that is not there has an error for each of its addresses, and none of its own. */
function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const causes = error instanceof AggregateError ? error.errors : [error];
  const messages = causes.map((cause) => (cause instanceof Error ? cause.message : String(cause)));
  return new StoreError(`PostgreSQL: ${messages.join('; ')}`, { cause: error });
}
