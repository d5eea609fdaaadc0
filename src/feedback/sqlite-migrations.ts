/**
 * The shape of the SQLite file. Forward only: a step that has been released is never changed.
 * Without an index by port: it would be written at every answer, to be read once a week.
 */
import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from './store.ts';

const STEPS: readonly string[] = [
  `CREATE TABLE answer (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    port INTEGER NOT NULL CHECK (port BETWEEN 0 AND 65535),
    locale TEXT NOT NULL,
    face TEXT NOT NULL,
    reasons TEXT NOT NULL,
    note TEXT NOT NULL,
    version TEXT NOT NULL,
    resolved TEXT,
    vote BLOB UNIQUE
  ) STRICT;`,
];

/** Inside a write transaction: of two instances that start at once, the second finds it done. */
export function migrate(db: DatabaseSync): void {
  const version = Number(db.prepare('PRAGMA user_version').get()?.user_version);
  if (version > STEPS.length) {
    throw new StoreError('the file was made by a newer version of this program');
  }
  for (const step of STEPS.slice(version)) db.exec(step);
  if (version < STEPS.length) db.exec(`PRAGMA user_version = ${STEPS.length}`);
}
