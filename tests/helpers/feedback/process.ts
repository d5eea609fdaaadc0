/** `npm run feedback` as a process of its own, that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const script = join(import.meta.dirname, '../../../src/cli/feedback.ts');

/** Known to every process of a test, so that all of them know the same client again. */
const SECRET = 'a secret that is only used in the tests';

export interface FeedbackProcess {
  port: number;
  child: ChildProcess;
  /** What it wrote to its log. */
  log: () => string;
  /** Without a warning, as a machine ends that loses power. */
  kill: () => Promise<void>;
  /** Told to end, and given the time for it. */
  stop: () => Promise<number | null>;
}

/** A user that every system has, and that may nothing. */
export const NOBODY = 65_534;

export interface ProcessOptions {
  /** Who runs it, if not the user of this process. */
  user?: number | undefined;
  /** Of Node itself. */
  flags?: readonly string[];
}

export async function startProcess(
  env: Record<string, string>,
  { user, flags = [] }: ProcessOptions = {},
): Promise<FeedbackProcess> {
  const command = [...flags, script, '--port', '0', '--host', '127.0.0.1'];
  const child = spawn(process.execPath, command, {
    env: {
      ...process.env,
      DATABASE_URL: '',
      PORTOLAN_FEEDBACK_SECRET: SECRET,
      PORTOLAN_FEEDBACK_PROXIES: '1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  let log = '';
  child.stderr.on('data', (chunk) => {
    log = (log + chunk).slice(-100_000);
  });
  const ended = once(child, 'exit');
  const port = await new Promise<number>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const own = /:(\d+) /.exec(said)?.[1];
      if (own) resolve(Number(own));
    });
    child.once('exit', () => reject(new Error(`the service has ended: ${log}`)));
  });
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal);
    await ended;
  };
  return {
    port,
    child,
    log: () => log,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      return child.exitCode;
    },
  };
}
