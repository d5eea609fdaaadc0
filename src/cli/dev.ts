/** npm run dev [-- options of astro dev]: the site at http://localhost:4321, made anew as it changes. */
import { join } from 'node:path';
import { handOver } from '../setup/child.mjs';

const root = join(import.meta.dirname, '../..');
const args = process.argv.slice(2);
const place = args.some((arg) => /^--port(=|$)/.test(arg)) ? [] : ['--port', '4321'];

process.chdir(root);
process.exitCode = await handOver(
  process.execPath,
  [join(root, 'node_modules/astro/bin/astro.mjs'), 'dev', ...args, ...place],
  { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DISABLE_UPDATE_CHECK: 'true' },
);
