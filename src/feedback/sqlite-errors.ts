/** What SQLite's result codes (https://www.sqlite.org/rescode.html) mean for an answer. */
import { StoreError } from './store.ts';

const PRIMARY = 0xff;
const BUSY = [5, 6];
const FULL = 13;

export function isBusy(error: unknown): boolean {
  return BUSY.includes(codeOf(error) ?? 0);
}

/** A full file is the same file when there is room again; after any other failure it is opened anew. */
export function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  const reopen = code !== FULL && !isBusy(error);
  return new StoreError(`SQLite: ${message}`, { cause: error, reopen });
}

function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return Number(error.errcode) & PRIMARY;
}
