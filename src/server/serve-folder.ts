/** From a folder to a service that runs until it is told to end. */
import { statSync } from 'node:fs';
import { Hono } from 'hono';
import { ServeError } from '../base/serve-error.ts';
import { BASE } from '../base/site-address.ts';
import type { Feedback } from '../feedback/service.ts';
import { type App, LOOPBACK, listen } from './listen.ts';
import { createSite } from './site.ts';
import { underBase } from './under-base.ts';

export interface Place {
  port: number;
  /** Instead of this machine's own two addresses. */
  host?: string | undefined;
}

/** @param startFeedback where answers to 'was this page helpful?' are taken too */
export async function serveFolder(
  folder: string,
  place: Place,
  startFeedback?: () => Feedback,
): Promise<void> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ServeError(`There is no folder ${folder}. Build the site first: npm run build`);
  }
  const site = createSite({ folder });
  const feedback = startFeedback?.();
  try {
    await serve('Portolan', underBase(feedback ? both(feedback, site) : site, BASE), place);
  } finally {
    await feedback?.close();
  }
}

export async function serve(name: string, app: App, { port, host }: Place): Promise<void> {
  const listening = await listen(app, port, hostsOf(host));
  console.log(`${name} is at ${addressOf(listening.port, host)} (Ctrl+C ends it)`);
  await toldToEnd();
  await listening.close();
}

/** The site, with the service at its own addresses. */
export function both({ app }: Pick<Feedback, 'app'>, site: Hono): App {
  const all: typeof app = new Hono();
  return all.route('/', app).route('/', site);
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
