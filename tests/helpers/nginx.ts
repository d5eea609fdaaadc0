/** A real nginx with the project's configuration, if there is one on this machine. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { nginxConfig, SAMPLE } from '../../src/server/nginx-config.ts';
import { ask } from './client.ts';

const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_filter_module.so';
export const hasBrotli = existsSync(BROTLI);

/** Why the tests that need nginx are skipped. */
export const noNginx =
  spawnSync('nginx', ['-v']).status === 0
    ? false
    : 'nginx is not installed (on Debian: apt-get install nginx libnginx-mod-http-brotli-filter)';

export interface Nginx {
  port: number;
  /** What it complained about. */
  warnings: string;
  stop: () => Promise<void>;
}

export interface NginxPlace {
  /** For its own files. */
  folder: string;
  root: string;
  port: number;
  upstream: string;
  names: string;
}

export async function startNginx({
  folder,
  names,
  port,
  root,
  upstream,
}: NginxPlace): Promise<Nginx> {
  mkdirSync(folder, { recursive: true });
  const site = nginxConfig({
    ...SAMPLE,
    ...{ root, upstream, names, listen: `127.0.0.1:${port}`, brotli: hasBrotli },
  });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const config = join(folder, 'nginx.conf');
  writeFileSync(
    config,
    `${hasBrotli ? `load_module ${BROTLI};` : ''}
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    daemon off;
    worker_processes 1;
    pid ${join(folder, 'nginx.pid')};
    error_log stderr warn;
    events {}
    http {
      access_log off;
      ${temporary.map((name) => `${name}_temp_path ${join(folder, name)};`).join('\n')}
      ${site}
    }`,
  );
  const { status, stderr } = spawnSync('nginx', ['-t', '-c', config, '-e', 'stderr'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const child = spawn('nginx', ['-c', config, '-e', 'stderr'], { stdio: 'ignore' });
  await listening(child, port);
  return {
    port,
    warnings: stderr,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  while (child.exitCode === null) {
    try {
      await ask(port, '/');
      return;
    } catch {
      await wait(20);
    }
  }
  throw new Error('nginx has ended');
}
