/** IANA's file, from the web or from disk, with the day it was made. */
import { readFileSync, statSync } from 'node:fs';
import { ImportError } from '../../base/input-error.ts';

export const IANA_CSV =
  'https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.csv';

export interface RegistryFile {
  text: string;
  /** The server's or the file system's date of last change, unless the caller knows better. */
  date: string;
}

export async function readRegistry(from: string): Promise<RegistryFile> {
  if (!/^https?:/.test(from)) {
    return { text: readFileSync(from, 'utf8'), date: day(statSync(from).mtime) };
  }
  const response = await fetch(from).catch((error: Error) => {
    throw new ImportError(`${from} cannot be reached (${causeOf(error)}); give a file instead`);
  });
  if (!response.ok) {
    throw new ImportError(`${from} answered ${response.status}; give a file or another address`);
  }
  const modified = response.headers.get('last-modified');
  return { text: await response.text(), date: day(modified ? new Date(modified) : new Date()) };
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : error.message;
}
