/** From a folder to a service that runs until it is told to end. */
import { statSync } from 'node:fs';
import { Hono } from 'hono';
import { LOOPBACK, listen } from './listen.ts';
import { ServeError } from './serve-error.ts';
import { createSite } from './site.ts';

export interface Place {
  port: number;
  /** Instead of this machine's own two addresses. */
  host?: string | undefined;
}

export async function serveFolder(folder: string, { port, host }: Place): Promise<void> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ServeError(`There is no folder ${folder}. Build the site first: npm run build`);
  }
  const listening = await listen(createSite({ folder }), port, hostsOf(host));
  console.log(`Portolan is at ${addressOf(listening.port, host)} (Ctrl+C ends it)`);
  await toldToEnd();
  await listening.close();
}

/** Better known before a build, which takes its time, than after it. */
export async function checkPort({ port, host }: Place): Promise<void> {
  const listening = await listen(new Hono(), port, hostsOf(host));
  await listening.close();
}

function hostsOf(host: string | undefined): readonly string[] {
  return host === undefined ? LOOPBACK : [host];
}

function addressOf(port: number, host = 'localhost'): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Once, so that a second Ctrl+C ends the process at once. */
function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
