/** A command of the project as a person starts it, until it serves or ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Run {
  child: ChildProcess;
  /** The port of the address it prints. */
  served: Promise<number>;
  said: () => string;
  ended: Promise<{ code: number | null; errors: string }>;
}

export function runCommand(
  script: string,
  args: string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Run {
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const served = new Promise<number>((resolve, reject) => {
    // Else a test would wait for ever.
    child.once('close', () => reject(new Error(`it ended and served nothing: ${errors}`)));
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const own = /http:\/\/localhost:(\d+)/.exec(said)?.[1];
      if (own) resolve(Number(own));
    });
  });
  served.catch(() => {}); // Not every test waits for it.
  const ended = once(child, 'close').then(([code]) => ({ code, errors }));
  return { child, served, said: () => said, ended };
}
