/** The package.json of the package: its version is the date of the facts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../base/folders.ts';
import { PACKAGE } from '../../base/package-name.ts';
import { OLDEST_NODE } from './bundle.ts';

/**
 * '2026-11-30' and 0 as 2026.1130.0: a year, a month with its day, and how many releases of the same
 * facts went before. Each is higher than the one before it, as npm counts.
 */
export function versionOf(date: string, release: number): string {
  const [year, month, day] = date.split('-').map(Number);
  if (!year || !month || !day) throw new Error(`'${date}' is no date`);
  return `${year}.${month * 100 + day}.${release}`;
}

export function manifestOf(version: string): object {
  const project = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const { description, license, repository } = project;
  return {
    name: PACKAGE.name,
    version,
    description,
    keywords: ['port', 'ports', 'tcp', 'udp', 'iana', 'nmap', 'mcp'],
    license,
    ...(repository === undefined ? {} : { repository }),
    type: 'module',
    sideEffects: false,
    engines: { node: `>=${OLDEST_NODE}` },
    bin: { portolan: 'portolan.js' },
    exports: {
      '.': { types: './index.d.ts', default: './index.js' },
      './package.json': './package.json',
    },
    types: './index.d.ts',
  };
}
