/** The collected raw tables of uses and attacks: read, and brought to one form. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ImportError } from '../../../base/input-error.ts';
import { compareTransports } from '../../../base/port-range.ts';
import { isPortRange } from '../../schemas/registry.ts';
import { cleanText } from '../clean.ts';
import { rawRows } from '../rebuild.ts';

/** The columns that most raw tables have; some have more. */
export type RawRow = Record<string, string> & { port: string; transport: string; path: string };

export interface RawSource {
  id: string;
  repo: string;
  commit: string;
  date: string;
  licence: string;
}

const FOLDERS = ['programs', 'field'];

export function rawFile(dir: string, table: string): string {
  const file = FOLDERS.map((folder) => join(dir, folder, `${table}.csv`)).find(existsSync);
  if (!file) throw new ImportError(`there is no raw table of this name`, { file: `${table}.csv` });
  return file;
}

export function rawTable(dir: string, table: string): RawRow[] {
  return rawRows<RawRow>(rawFile(dir, table)).map((row) => {
    const port = row.port.trim();
    if (!isPortRange(port)) {
      throw new ImportError(`'${port}' is no port`, { file: `${table}.csv`, field: 'port' });
    }
    return { ...row, port, transport: transportsOf(row.transport), path: row.path ?? '' };
  });
}

/** 'both', 'tcp+udp' and 'tcp udp' are one thing. */
function transportsOf(cell: string): string {
  const words = cell.trim() === 'both' ? ['tcp', 'udp'] : cell.split(/[\s+,;/]+/);
  return joinTransports(words);
}

export function joinTransports(words: Iterable<string>): string {
  return [...new Set(words)]
    .filter((word) => word !== '')
    .sort(compareTransports)
    .join(' ');
}

/** The two lists of sources; what both name ('vendor-pages') has one meaning in each, and is read by folder. */
export function rawSources(dir: string): Map<string, RawSource> {
  return new Map(
    FOLDERS.flatMap((folder) => rawRows<RawSource>(join(dir, folder, 'SOURCES.csv'))).map(
      (source) => [source.id, source],
    ),
  );
}

export interface RawRepository {
  repo: string;
  commit: string;
  date: string;
  licence: string;
}

export function rawRepositories(dir: string): RawRepository[] {
  return ['programs/REPOS.csv', 'field/SOURCES-repos.csv'].flatMap((file) =>
    rawRows<RawRepository>(join(dir, file)),
  );
}

/** A cell of words: one line, and no bar, which separates the pieces of evidence. */
export const words = (cell: string | undefined) => cleanText(cell ?? '').replaceAll('|', '/');
