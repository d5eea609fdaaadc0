/** The service as the environment wants it: beside the site, or alone. */
import { dirname } from 'node:path';
import { keysIn, keysInMemory } from './day-key.ts';
import { createLog, type Level } from './log.ts';
import { openAnswerSink } from './open-store.ts';
import { createFeedback, type Feedback } from './service.ts';
import { readSettings } from './settings.ts';

/** @param local whether this machine may read the metrics without a token */
export function startFeedback(level: Level, { local = false } = {}): Feedback {
  const settings = readSettings(process.env, level);
  const { metricsToken: token, origins, proxies, secret, site, store } = settings;
  const log = createLog({ level: settings.level });
  return createFeedback({
    open: () => openAnswerSink(settings),
    keys: 'sqlite' in store ? keysIn(dirname(store.sqlite)) : keysInMemory,
    metrics: { local, token },
    ...{ log, origins, site, secret, proxies },
  });
}
