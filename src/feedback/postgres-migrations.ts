/**
 * The shape of the PostgreSQL tables. Forward only: a step that has been released is never changed.
 * Days are text as in SQLite: how a server writes a date depends on its settings.
 */
import type { Pool, PoolClient } from 'pg';
import { StoreError } from './store.ts';

const STEPS: readonly string[] = [
  `CREATE TABLE feedback_answer (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day TEXT NOT NULL,
    port INTEGER NOT NULL CHECK (port BETWEEN 0 AND 65535),
    locale TEXT NOT NULL,
    face TEXT NOT NULL,
    reasons TEXT NOT NULL,
    note TEXT NOT NULL,
    version TEXT NOT NULL,
    resolved TEXT,
    vote BYTEA UNIQUE
  );`,
];

/**
 * What a statement ends with when another instance does the same at this moment: unique_violation,
 * duplicate_table, duplicate_object (of a table's type), serialization_failure, deadlock_detected.
 */
const RACES = ['23505', '42P07', '42710', '40001', '40P01'];
const ATTEMPTS = 20;

/**
 * With a row for each step, written in the step's own transaction: its primary key lets one instance
 * through and makes the others wait. Advisory locks would be shorter, but engines that only speak
 * PostgreSQL's language have none, or pretend to.
 */
export async function migrate(pool: Pool): Promise<void> {
  await again(() =>
    pool.query('CREATE TABLE IF NOT EXISTS feedback_migration (step INTEGER PRIMARY KEY)'),
  );
  const { rows } = await pool.query(
    'SELECT COALESCE(MAX(step), 0) AS done FROM feedback_migration',
  );
  const done = Number(rows[0]?.done);
  if (done > STEPS.length) {
    throw new StoreError('the tables were made by a newer version of this program');
  }
  for (const [index, sql] of STEPS.entries()) {
    if (index >= done) await again(() => takeStep(pool, index + 1, sql));
  }
}

async function takeStep(pool: Pool, step: number, sql: string): Promise<void> {
  const client = await pool.connect();
  try {
    await inTransaction(client, async () => {
      const { rowCount } = await client.query(
        'INSERT INTO feedback_migration (step) VALUES ($1) ON CONFLICT DO NOTHING',
        [step],
      );
      if (rowCount === 1) await client.query(sql);
    });
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function inTransaction(client: PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  await work();
  await client.query('COMMIT'); // Without it, the connection is given up, and all is undone.
}

async function again(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work();
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!RACES.includes(code) || attempt === ATTEMPTS) throw error;
    }
  }
}
