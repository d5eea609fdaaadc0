/** The options that say where the site is served. */

import type { ParseArgsOptionsConfig } from 'node:util';
import { LAST_PORT } from '../base/ranges.ts';
import type { Place } from '../server/serve-folder.ts';
import { UsageError } from './arguments.ts';

export const DEFAULT_PORT = '4321';

export const placeOptions = {
  port: { type: 'string' },
  host: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

interface Given {
  port?: string | undefined;
  host?: string | undefined;
}

/** What the command says goes before what the environment says, as many a host does in PORT. */
export function placeOf({ host, port }: Given, usual = DEFAULT_PORT): Place {
  const { PORT } = process.env;
  const [name, text] = port === undefined && PORT ? ['PORT', PORT] : ['--port', port ?? usual];
  if (!/^\d{1,5}$/.test(text) || Number(text) > LAST_PORT) {
    throw new UsageError(`${name} needs a number from 0 to ${LAST_PORT}, not '${text}'`);
  }
  return { port: Number(text), host };
}
