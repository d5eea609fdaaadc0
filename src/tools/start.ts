/** npm start [-- --port 4321]: the site at http://localhost:4321, built first if that is needed. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DIST } from '../build/folders.ts';
import { isCurrent } from '../build/stamp.ts';
import { buildIfNeeded } from '../server/build-if-needed.ts';
import { placeOf, placeOptions } from '../server/place-options.ts';
import { explained, ServeError } from '../server/serve-error.ts';
import { checkPort, serveFolder } from '../server/serve-folder.ts';
import { run } from './arguments.ts';

await run(async () => {
  const place = placeOf(parseArgs({ options: placeOptions }).values);
  await explained(async () => {
    await checkPort(place);
    await buildIfNeeded({ isCurrent, build });
    const { startFeedback } = await import('../feedback/start.ts');
    await serveFolder(DIST, place, () => startFeedback('warn'));
  });
});

/** Loaded only for a build: most starts have none. */
async function build(): Promise<void> {
  const [builder, { BuildError }] = await Promise.all([
    import('../build/build.ts'),
    import('../build/run-shards.ts'),
  ]);
  try {
    await builder.build();
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    const before = existsSync(DIST)
      ? '\nThe site as it was is still in dist/: node src/tools/serve.ts serves it.'
      : '';
    throw new ServeError(`${error.message.trimEnd()}${before}`);
  }
}
