/**
 * npm run package [-- --to FOLDER] [-- --release N]: the package as a tarball, in a temporary folder
 * unless another is named. N counts the releases with the same facts, from 0.
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makePackage } from '../build/package/package.ts';
import { run, UsageError } from './arguments.ts';

/** What a registry should not have to carry more than. */
const MOST_BYTES = 3_000_000;

await run(async () => {
  const options = { to: { type: 'string' }, release: { type: 'string', default: '0' } } as const;
  const { values } = parseArgs({ options });
  if (!/^\d+$/.test(values.release))
    throw new UsageError(`--release: '${values.release}' is no whole number`);
  const folder = values.to ? resolve(values.to) : mkdtempSync(join(tmpdir(), 'portolan-package-'));
  mkdirSync(folder, { recursive: true });
  const { bytes, file, version } = await makePackage(folder, Number(values.release));
  console.log(`${file}\nversion ${version}, ${Math.ceil(bytes / 1000)} kB`);
  if (bytes <= MOST_BYTES) return;
  console.error(`That is more than ${MOST_BYTES / 1000} kB.`);
  process.exitCode = 1;
});
