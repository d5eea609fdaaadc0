/**
 * npm run feedback [-- --port 4322 --host 0.0.0.0]: the feedback service alone, for a site that is
 * served from elsewhere. What it reads from the environment is listed in deploy/README.md.
 */
import { parseArgs } from 'node:util';
import { startFeedback } from '../feedback/start.ts';
import { serve } from '../server/serve-folder.ts';
import { run } from './arguments.ts';
import { placeOf, placeOptions } from './place-options.ts';

const USUAL_PORT = '4322';

await run(async () => {
  const place = placeOf(parseArgs({ options: placeOptions }).values, USUAL_PORT);
  const feedback = startFeedback('info', { local: true });
  try {
    await serve('The feedback service', feedback.app, place);
  } finally {
    await feedback.close();
  }
});
