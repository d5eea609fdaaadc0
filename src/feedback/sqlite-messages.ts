/** What the service and the thread that has the SQLite file say to each other. */
import type { SqliteOptions } from './sqlite-store.ts';
import type { Ballot } from './store.ts';

export interface ThreadData {
  file: string;
  options: SqliteOptions;
}

export type Request =
  | { id: number; act: 'put'; ballots: readonly Ballot[] }
  | { id: number; act: 'check' }
  | { id: number; act: 'forget'; before: string }
  | { id: number; act: 'close' };

/** An error is told by its parts: its class would be lost on the way. */
export interface Reply {
  /** 0 says whether the file could be opened. */
  id: number;
  error?: { message: string; reopen: boolean };
}
