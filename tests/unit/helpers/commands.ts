/** Our commands, run as a person runs them: in a process of their own. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export const ROOT = join(import.meta.dirname, '../../..');
export const REGISTRY = join(ROOT, 'content/registry');

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

export async function runTool(tool: string, ...args: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [join(ROOT, 'src/tools', tool), ...args], {
    cwd: ROOT,
    // Colours and the runner's own settings would change what is printed.
    env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '', NODE_TEST_CONTEXT: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [code, stdout, stderr] = await Promise.all([
    closed,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, stdout, stderr };
}
