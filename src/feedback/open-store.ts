/** The store that the settings name. Each is loaded only where it is used. */
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';

export async function openStore({ store }: Settings): Promise<Store> {
  if ('postgres' in store) {
    const { openPostgres } = await import('./postgres-store.ts');
    return openPostgres(store.postgres);
  }
  const { openSqlite } = await import('./sqlite-store.ts');
  return openSqlite(store.sqlite, { maxBytes: store.maxBytes });
}
