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

/** IANA's file has 1.3 MB. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_SECONDS = 60;

export async function readRegistry(from: string, seconds = MOST_SECONDS): Promise<RegistryFile> {
  if (!/^https?:/.test(from)) return readFromDisk(from);
  const signal = AbortSignal.timeout(seconds * 1000);
  try {
    const response = await fetch(from, { signal });
    if (!response.ok) {
      throw new ImportError(`${from} answered ${response.status}; give a file or another address`);
    }
    const modified = new Date(response.headers.get('last-modified') ?? Number.NaN);
    const date = Number.isNaN(modified.getTime()) ? new Date() : modified;
    return { text: decode(await bytesOf(response, from)), date: day(date) };
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const why = signal.aborted ? `not whole after ${seconds} seconds` : causeOf(error);
    throw new ImportError(`${from} cannot be reached (${why}); give a file instead`);
  }
}

function readFromDisk(file: string): RegistryFile {
  const { mtime, size } = statSync(file);
  if (size > MOST_BYTES) throw tooLarge(file);
  return { text: decode(readFileSync(file)), date: day(mtime) };
}

async function bytesOf({ body }: Response, from: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > MOST_BYTES) throw tooLarge(from);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(from: string): ImportError {
  return new ImportError(
    `${from} has more than ${MOST_BYTES / 1024 / 1024} MB; is it the registry?`,
  );
}

/** Latin-1, read as UTF-8, would lose the letters that it writes in another way. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const line = lineOfFault(bytes);
    throw new ImportError('the file is not in UTF-8, as IANA’s is; convert it first', { line });
  }
}

function lineOfFault(bytes: Buffer): number {
  const wrong = bytes.toString('utf8').indexOf('\ufffd');
  return bytes.toString('utf8').slice(0, wrong).split('\n').length;
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
