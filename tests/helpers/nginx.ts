/** A real nginx with the project's configuration, if there is one on this machine. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
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
  /** Where another site has it in its folder /ports/. */
  folderPort: number;
}

/** deploy/nginx.conf in this place, as somebody would fill it in. */
function filledIn({ port, root, upstream }: NginxPlace): string {
  const sample = readFileSync(join(import.meta.dirname, '../../deploy/nginx.conf'), 'utf8');
  const changes: [string | RegExp, string][] = [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    [/\/srv\/portolan\/dist/g, root],
    ['server 127.0.0.1:4322;', `server ${upstream};`],
    [/# (?=add_header Strict)/, ''],
    ...(hasBrotli ? [[/# (?=brotli)/g, ''] as [RegExp, string]] : []),
  ];
  return changes.reduce((text, [from, to]) => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`deploy/nginx.conf has no ${from}`);
    return changed;
  }, sample);
}

/** deploy/nginx-folder.conf in the server of another site. */
function inFolder({ folderPort, port, upstream }: NginxPlace): string {
  const sample = readFileSync(join(import.meta.dirname, '../../deploy/nginx-folder.conf'), 'utf8');
  const included = sample
    .replace('http://127.0.0.1:8089', `http://127.0.0.1:${port}`)
    .replace('http://127.0.0.1:4322', `http://${upstream}`);
  return `server {
    listen 127.0.0.1:${folderPort};
    location / { return 200 'another site'; }
    ${included}
  }`;
}

export async function startNginx(place: NginxPlace): Promise<Nginx> {
  const { folder, port } = place;
  mkdirSync(folder, { recursive: true });
  const site = filledIn(place);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const config = join(folder, 'nginx.conf');
  writeFileSync(
    config,
    `${hasBrotli ? `load_module ${BROTLI};` : ''}
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    daemon off;
    worker_processes 1;
    pid ${join(folder, 'nginx.pid')};
    error_log ${join(folder, 'error.log')} info;
    events {}
    http {
      access_log ${join(folder, 'access.log')};
      ${temporary.map((name) => `${name}_temp_path ${join(folder, name)};`).join('\n')}
      ${site}
      ${inFolder(place)}
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
