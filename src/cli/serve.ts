/**
 * node src/cli/serve.ts [--port 4321] [--host 0.0.0.0] [--dir dist] [--feedback]
 * Serves a built site, and with --feedback takes answers too.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serveFolder } from '../server/serve-folder.ts';
import { run } from './arguments.ts';
import { placeOf, placeOptions } from './place-options.ts';

await run(async () => {
  const { values } = parseArgs({
    options: { ...placeOptions, dir: { type: 'string' }, feedback: { type: 'boolean' } },
  });
  const place = placeOf(values);
  const folder = resolve(values.dir ?? join(import.meta.dirname, '../../dist'));
  if (!values.feedback) return serveFolder(folder, place);
  const { startFeedback } = await import('../feedback/start.ts');
  return serveFolder(folder, place, () => startFeedback('info'));
});
