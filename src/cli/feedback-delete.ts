/**
 * npm run feedback:delete -- [--port 3330] [--before 2026-01-01] [--all]
 * Deletes answers for good: those that fit all that is said, or, with --all alone, every one.
 */
import { parseArgs } from 'node:util';
import { run, UsageError } from './arguments.ts';
import { dayIn, portIn, withStore } from './feedback-tool.ts';

await run(async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      before: { type: 'string' },
      all: { type: 'boolean' },
    },
  });
  const filter = { port: portIn(values.port, '--port'), before: dayIn(values.before, '--before') };
  const named = filter.port !== undefined || filter.before !== undefined;
  if (named === (values.all ?? false)) {
    throw new UsageError('say which: --port 3330, --before 2026-01-01, both, or --all alone');
  }
  await withStore(async (store) => {
    console.log(`${await store.remove(filter)} deleted`);
  });
});
