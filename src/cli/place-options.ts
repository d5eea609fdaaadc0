/** The options that say where the site is served. */
import type { ParseArgsOptionsConfig } from 'node:util';
import type { Place } from '../server/serve-folder.ts';
import { UsageError } from './arguments.ts';

export const DEFAULT_PORT = '4321';

export const placeOptions = {
  port: { type: 'string', default: DEFAULT_PORT },
  host: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

export function placeOf({ port, host }: { port: string; host?: string | undefined }): Place {
  if (!/^\d+$/.test(port) || Number(port) > 65535) {
    throw new UsageError(`--port needs a number from 0 to 65535, not '${port}'`);
  }
  return { port: Number(port), host };
}
