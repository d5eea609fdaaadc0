/** npm start [-- --port 4321]: the site at http://localhost:4321, built first if that is needed. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DIST } from '../base/folders.ts';
import { ServeError } from '../base/serve-error.ts';
import { isCurrent } from '../build/stamp.ts';
import { checkPort, serveFolder } from '../server/serve-folder.ts';
import { run } from './arguments.ts';
import { buildIfNeeded } from './build-if-needed.ts';
import { placeOf, placeOptions } from './place-options.ts';

await run(async () => {
  const place = placeOf(parseArgs({ options: placeOptions }).values);
  await checkPort(place);
  await buildIfNeeded({ isCurrent, build });
  const { startFeedback } = await import('../feedback/start.ts');
  await serveFolder(DIST, place, () => startFeedback('warn'));
});

/** Loaded only for a build: most starts have none. */
async function build(): Promise<void> {
  const [builder, { BuildError }] = await Promise.all([
    import('../build/build.ts'),
    import('../build/build-error.ts'),
  ]);
  try {
    await builder.build();
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    const before = existsSync(DIST)
      ? '\nThe site as it was is still in dist/: node src/cli/serve.ts serves it.'
      : '';
    throw new ServeError(`${error.message.trimEnd()}${before}`);
  }
}
