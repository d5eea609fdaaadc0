/** Listening, and the end of it. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { FIRST_USER_PORT, LAST_PORT } from '../base/ranges.ts';
import { ServeError } from '../base/serve-error.ts';
import { commandsFor } from '../words/commands/commands.ts';
import { holdToShare, inTurns, SHARE, type Share } from './client-share.ts';
import { badRequest } from './site.ts';

export interface Listening {
  port: number;
  /** That are open now. */
  connections: () => Promise<number>;
  /** Lets answers under way be finished, for a while. */
  close: () => Promise<void>;
}

/** Both addresses that `localhost` can be, and no address that other machines can reach. */
export const LOOPBACK: readonly string[] = ['127.0.0.1', '::1'];

/** What listens: the site, the feedback service, or both. */
export interface App {
  fetch: (request: Request, env: HttpBindings) => Response | Promise<Response>;
}

/** In milliseconds: whoever sends a request more slowly than this only holds a place. */
const SLOWEST = { headersTimeout: 15_000, requestTimeout: 30_000 };
/** How often that is looked at. */
const LOOK = { connectionsCheckingInterval: 5000 };

/** How long an answer may still take once the service is told to end. */
const GRACE_MILLISECONDS = 3000;

export async function listen(
  app: App,
  port: number,
  hosts: readonly string[] = LOOPBACK,
  share: Share = SHARE,
): Promise<Listening> {
  const listener = getRequestListener((request, env) => app.fetch(request, env as HttpBindings), {
    hostname: 'localhost', // For a request of HTTP/1.0, which need not name one.
    errorHandler: badRequest,
  });
  const servers: Server[] = [];
  const close = async () => {
    await Promise.all(servers.map(closeServer));
  };
  let bound = port;
  for (const [index, host] of hosts.entries()) {
    const server = createServer({ ...SLOWEST, ...LOOK }, inTurns(listener, share));
    holdToShare(server, share);
    try {
      await listenOn(server, bound, host);
    } catch (error) {
      // A machine may have no IPv6; then the first address is enough.
      if (index > 0 && hasCode(error, 'EADDRNOTAVAIL', 'EAFNOSUPPORT')) continue;
      await close();
      throw explain(error, port, host);
    }
    servers.push(server);
    bound = (server.address() as AddressInfo).port;
  }
  const connections = async () => {
    const counts = await Promise.all(servers.map(connectionsOf));
    return counts.reduce((sum, count) => sum + count, 0);
  };
  return { port: bound, connections, close };
}

function listenOn(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
  });
}

function explain(error: unknown, port: number, host: string): unknown {
  if (hasCode(error, 'EADDRINUSE')) return new ServeError(takenText(port));
  if (hasCode(error, 'EACCES')) {
    return new ServeError(
      `This account may not listen on port ${port}. Choose another port: --port ` +
        `${port < FIRST_USER_PORT ? 4321 : port + 1}`,
    );
  }
  if (hasCode(error, 'EADDRNOTAVAIL', 'ENOTFOUND')) {
    return new ServeError(`This machine has no address ${host}.`);
  }
  return error;
}

/** The site's own advice for the port's page. */
function takenText(port: number): string {
  const system = { darwin: 'macos', win32: 'windows' }[process.platform as string] ?? 'linux';
  const group = commandsFor({ port, transports: ['tcp'] }).find(({ id }) => id === system);
  const command = group?.check[0]?.run;
  return [
    `Port ${port} is taken: another program listens on it.`,
    ...(command ? [`To see which:        ${command}`] : []),
    `To use another port: --port ${port < LAST_PORT ? port + 1 : 4321}`,
  ].join('\n');
}

function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
