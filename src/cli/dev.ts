/** npm run dev [-- options of astro dev]: the site at http://localhost:4321, made anew as it changes. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { refusePlace } from '../build/place.ts';
import { run } from './arguments.ts';

const root = join(import.meta.dirname, '../..');
const args = process.argv.slice(2);
const place = args.some((arg) => /^--port(=|$)/.test(arg)) ? [] : ['--port', '4321'];

process.chdir(root);
Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DISABLE_UPDATE_CHECK: 'true' });
process.argv = [...process.argv.slice(0, 2), 'dev', ...args, ...place];
await run(async () => {
  refusePlace(root);
  await import(pathToFileURL(join(root, 'node_modules/astro/bin/astro.mjs')).href);
});
