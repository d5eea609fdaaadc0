/** Our commands, run as a person runs them: in a process of their own. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const ROOT = join(import.meta.dirname, '../..');
export const REGISTRY = join(ROOT, 'content/registry');

/** Compiled code for the next process of this test: each begins in half the time. */
const compileCache = mkdtempSync(join(tmpdir(), 'portolan-compiled-'));
process.once('exit', () => rmSync(compileCache, { recursive: true, force: true }));

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

export const runTool = (tool: string, ...args: string[]) => runToolOf(ROOT, tool, ...args);

export async function runToolOf(root: string, tool: string, ...args: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [join(root, 'src/cli', tool), ...args], {
    cwd: root,
    // Colours and the runner's own settings would change what is printed.
    env: {
      ...process.env,
      NO_COLOR: '1',
      COLUMNS: undefined,
      NODE_OPTIONS: '',
      NODE_TEST_CONTEXT: undefined,
      NODE_COMPILE_CACHE: compileCache,
    },
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

/**
 * The project without its authored pages, which are written all the time: our sources, the tables and
 * the languages alone, in a folder that `remove` takes away again.
 */
export function withoutPages(): { root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'portolan-'));
  cpSync(join(ROOT, 'src'), join(root, 'src'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(root, 'package.json'));
  for (const folder of ['content/registry', 'content/locales'])
    cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  for (const words of ['content/port-words.json', 'content/search-words.json'])
    cpSync(join(ROOT, words), join(root, words));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
