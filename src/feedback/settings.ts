/** What the environment says of the service. Nothing needs to be set. */
import { join } from 'node:path';
import { ROOT } from '../base/folders.ts';
import { ServeError } from '../base/serve-error.ts';
import { baseOf } from '../base/site-address.ts';
import { LEVELS, type Level } from './log.ts';

export interface Settings {
  store: { postgres: string } | { sqlite: string; maxBytes: number };
  origins: string[];
  site: string;
  secret: string | undefined;
  metricsToken: string | undefined;
  proxies: number;
  level: Level;
}

type Environment = Readonly<Record<string, string | undefined>>;

export const SQLITE_FILE = 'feedback.sqlite';
const SECRET_LENGTH = 32;
const MEGABYTE = 1024 * 1024;

export function readSettings(env: Environment, defaultLevel: Level): Settings {
  const maxBytes = wholeNumber(env, 'PORTOLAN_FEEDBACK_MAX_MB', 1024, 1) * MEGABYTE;
  const data = env.PORTOLAN_DATA || join(ROOT, 'data');
  return {
    store: postgresOf(env) ?? { sqlite: join(data, SQLITE_FILE), maxBytes },
    origins: originsOf(env.PORTOLAN_FEEDBACK_ORIGINS ?? ''),
    site:
      (env.PORTOLAN_SITE ? originOf('PORTOLAN_SITE', env.PORTOLAN_SITE) : '') +
      baseOf(env.PORTOLAN_BASE ?? ''),
    secret: secretOf(env, 'PORTOLAN_FEEDBACK_SECRET'),
    metricsToken: secretOf(env, 'PORTOLAN_METRICS_TOKEN'),
    proxies: wholeNumber(env, 'PORTOLAN_FEEDBACK_PROXIES', 0, 0),
    level: levelOf(env.PORTOLAN_LOG, defaultLevel),
  };
}

function postgresOf({ DATABASE_URL: url }: Environment): { postgres: string } | undefined {
  if (!url) return undefined;
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new ServeError('DATABASE_URL must begin with postgres://'); // Its value holds a password.
  }
  return { postgres: url };
}

function originsOf(list: string): string[] {
  const named = list.split(/[\s,]+/).filter(Boolean);
  return named.map((text) => originOf('PORTOLAN_FEEDBACK_ORIGINS', text));
}

function originOf(variable: string, text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new ServeError(`${variable}: '${text}' is no origin; write https://ports.example`);
  }
  return url.origin;
}

function secretOf(env: Environment, name: string): string | undefined {
  const secret = env[name];
  if (secret && secret.length < SECRET_LENGTH) {
    throw new ServeError(`${name} is too short to be one: ${SECRET_LENGTH} characters at least`);
  }
  return secret || undefined;
}

function wholeNumber(env: Environment, name: string, usual: number, least: number): number {
  const text = env[name];
  if (!text) return usual;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (value < least) throw new ServeError(`${name} must be a whole number from ${least}`);
  return value;
}

function levelOf(text: string | undefined, usual: Level): Level {
  if (!text) return usual;
  const level = LEVELS.find((name) => name === text);
  if (!level) throw new ServeError(`PORTOLAN_LOG must be one of ${LEVELS.join(', ')}`);
  return level;
}
