/** The service as the environment wants it: beside the site, or alone. */
import { createLog, type Level } from './log.ts';
import { openKeeper } from './open-store.ts';
import { createFeedback, type Feedback } from './service.ts';
import { readSettings } from './settings.ts';

export function startFeedback(level: Level): Feedback {
  const settings = readSettings(process.env, level);
  const { origins, site, secret, proxies } = settings;
  const log = createLog({ level: settings.level });
  return createFeedback({ open: () => openKeeper(settings), log, origins, site, secret, proxies });
}
