/** The commands that pages give, carried out here: without the sudo, as this account or as another. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** The account 'nobody' of every Linux. */
export const ORDINARY = 65_534;

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

const withoutSudo = (command: string) => command.replaceAll(/\bsudo /g, '');

export function run(command: string, uid?: number): Ran {
  const account = uid === undefined ? {} : { uid, gid: uid };
  const { status, stderr, stdout } = spawnSync('sh', ['-c', withoutSudo(command)], {
    encoding: 'utf8',
    cwd: '/',
    ...account,
  });
  return { code: status, stdout, stderr };
}

/** The same for a command that a server of this very process has to answer. */
export async function runBeside(command: string, uid?: number): Promise<Ran> {
  const account = uid === undefined ? {} : { uid, gid: uid };
  const child = spawn('sh', ['-c', withoutSudo(command)], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...account,
  });
  const [[code], stdout, stderr] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, stdout, stderr };
}

/** Why a command cannot be carried out on this machine. */
export function obstacle(...tools: string[]): string | false {
  if (process.platform !== 'linux')
    return `these are commands of Linux, and this is ${process.platform}`;
  const missing = tools.filter((tool) => run(`command -v ${tool}`).code !== 0);
  return missing.length > 0 && `${missing.join(' and ')}: not installed`;
}

export function asRoot(): string | false {
  return process.getuid?.() !== 0 && 'only root can be another account too';
}

export const ACCOUNTS = [
  { name: 'this account', uid: undefined, skip: false as string | false },
  { name: 'an ordinary account', uid: ORDINARY, skip: asRoot() },
];

/** Why there can be no network and no folders here that are the test's alone. */
export function noNamespace(): string | false {
  const { code, stderr } = run('unshare --net --mount true');
  return code !== 0 && `no namespace of its own: ${stderr.trim()}`;
}

/** A script in a network of its own, where its rules meet no other connection than its own. */
export function inNamespace(script: string): Ran {
  const { status, stderr, stdout } = spawnSync(
    'unshare',
    [
      '--net',
      '--mount',
      '--pid',
      '--fork',
      '--mount-proc',
      'sh',
      '-c',
      `ip link set lo up\n${script}`,
    ],
    { encoding: 'utf8', cwd: '/' },
  );
  return { code: status, stdout, stderr };
}
