/** What the workers of the browser tests wrote down about the scripts, as a table. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ran } from './coverage.ts';

export function coverageTable(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const workers = readdirSync(folder).map(
    (name): Ran => JSON.parse(readFileSync(join(folder, name), 'utf8')),
  );
  const paths = [...new Set(workers.flatMap((ran) => Object.keys(ran)))];
  const scripts = paths.map((path) => ({ name: nameOf(path), ...together(path, workers) }));
  // Forty languages are forty files of words: one line tells of them all.
  const { words = [], code = [] } = Object.groupBy(scripts, ({ name }) =>
    /^[a-z]{2}(-[A-Z]{2})?$/.test(name) ? 'words' : 'code',
  );
  const rows = code.toSorted((a, b) => a.ran / a.size - b.ran / b.size);
  if (words.length > 0) rows.push({ name: `words of ${words.length} languages`, ...sumOf(words) });
  rows.push({ name: 'all scripts', ...sumOf(scripts) });
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows
    .map(({ name, ran, size }) => {
      const share = `${((100 * ran) / size).toFixed(1)}%`.padStart(7);
      return `  ${name.padEnd(width)} ${share}  of ${size} characters`;
    })
    .join('\n');
}

interface Sizes {
  ran: number;
  size: number;
}

/** '/_assets/search-box.C3f_aZ1b.js' is search-box. */
const nameOf = (path: string) => path.replace(/^\/_assets\//, '').replace(/\.[\w-]+\.js$/, '');

function together(path: string, workers: readonly Ran[]): Sizes {
  const each = workers.map((ran) => ran[path]).filter((ran) => ran !== undefined);
  const size = each[0]?.length ?? 0;
  let ran = 0;
  for (let at = 0; at < size; at++) if (each.some((one) => one[at] === '1')) ran++;
  return { ran, size };
}

function sumOf(scripts: readonly Sizes[]): Sizes {
  return {
    ran: scripts.reduce((sum, { ran }) => sum + ran, 0),
    size: scripts.reduce((sum, { size }) => sum + size, 0),
  };
}
