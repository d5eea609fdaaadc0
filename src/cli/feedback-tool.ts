/** What the maintainers' commands have in common: the store of the settings, opened and closed again. */

import { existsSync } from 'node:fs';
import { LOCALES } from '../base/languages.ts';
import { LAST_PORT } from '../base/ranges.ts';
import { ServeError } from '../base/serve-error.ts';
import { fullDate } from '../facts/schemas/common.ts';
import { openStore } from '../feedback/open-store.ts';
import { readSettings } from '../feedback/settings.ts';
import { type Store, StoreError } from '../feedback/store.ts';
import { UsageError } from './arguments.ts';

export async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const settings = readSettings(process.env, 'warn');
  if ('sqlite' in settings.store && !existsSync(settings.store.sqlite)) {
    throw new ServeError(`There are no answers yet: no file ${settings.store.sqlite}.`);
  }
  try {
    const store = await openStore(settings);
    try {
      await work(store);
    } finally {
      await store.close();
    }
  } catch (error) {
    throw error instanceof StoreError ? new ServeError(error.message) : error;
  }
}

export function portIn(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,5}$/.test(text) || Number(text) > LAST_PORT) {
    throw new UsageError(`${option} needs a port, 0 to ${LAST_PORT}, not '${text}'`);
  }
  return Number(text);
}

export function dayIn(text: string | undefined, option: string): string | undefined {
  if (text !== undefined && !fullDate.safeParse(text).success) {
    throw new UsageError(`${option} needs a day such as 2026-11-20, not '${text}'`);
  }
  return text;
}

export function localeIn(text: string | undefined): string | undefined {
  if (text !== undefined && !LOCALES.some(({ code }) => code === text)) {
    throw new UsageError(
      `--locale ${text}: the locales are ${LOCALES.map(({ code }) => code).join(' ')}`,
    );
  }
  return text;
}
