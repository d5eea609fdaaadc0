/** The thread that has the SQLite file; sqlite-thread.ts starts it. */
import { parentPort, workerData } from 'node:worker_threads';
import { asStoreError } from './sqlite-errors.ts';
import type { Reply, Request, ThreadData } from './sqlite-messages.ts';
import { openSqlite, type SqliteStore } from './sqlite-store.ts';

const { file, options } = workerData as ThreadData;

async function answer(id: number, work: () => Promise<unknown>): Promise<void> {
  const reply: Reply = { id };
  try {
    await work();
  } catch (error) {
    const { message, reopen } = asStoreError(error);
    reply.error = { message, reopen };
  }
  parentPort?.postMessage(reply);
}

function carryOut(store: SqliteStore, request: Request): Promise<void> {
  if (request.act === 'put') return store.putAll(request.ballots);
  if (request.act === 'check') return store.check();
  if (request.act === 'forget') return store.forgetVotes(request.before);
  parentPort?.unref(); // Nothing more comes, so the thread may end.
  return store.close();
}

await answer(0, async () => {
  const store = await openSqlite(file, options);
  parentPort?.on('message', (request: Request) =>
    answer(request.id, () => carryOut(store, request)),
  );
});
