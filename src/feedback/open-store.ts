/** The store that the settings name. Each is loaded only where it is used. */
import type { Settings } from './settings.ts';
import type { AnswerSink, Store } from './store.ts';

/** For the service. */
export async function openAnswerSink(settings: Settings): Promise<AnswerSink> {
  const { store } = settings;
  if ('postgres' in store) return openStore(settings);
  const { openSqliteThread } = await import('./sqlite-thread.ts');
  return openSqliteThread(store.sqlite, { maxBytes: store.maxBytes });
}

/** For those who read the answers. */
export async function openStore({ store }: Settings): Promise<Store> {
  if ('postgres' in store) {
    const { openPostgres } = await import('./postgres-store.ts');
    return openPostgres(store.postgres);
  }
  const { openSqlite } = await import('./sqlite-store.ts');
  return openSqlite(store.sqlite, { maxBytes: store.maxBytes });
}
