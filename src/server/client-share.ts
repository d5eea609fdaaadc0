/**
 * What one reader may hold of the server: connections, and the time that an answer may take. Both are
 * far beyond what a browser needs; they are there so that one machine cannot have all of it.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '../base/network-of.ts';

export interface Share {
  /** Connections of one client at a time. */
  connections: number;
  /** In milliseconds: whoever takes nothing of an answer for so long does not want it. */
  idle: number;
  /** In milliseconds: the whole of an answer. The largest file is through in that time at 10 kB a second. */
  answer: number;
}

export const SHARE: Share = { connections: 100, idle: 30_000, answer: 300_000 };

/** A proxy of ours stands on this machine, and brings the connections of everybody. */
const OWN = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

export function holdToShare(server: Server, { answer, connections, idle }: Share): void {
  const open = new Map<string, number>();
  server.setTimeout(idle);
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    if (OWN.has(address)) return;
    const client = networkOf(address);
    const count = (open.get(client) ?? 0) + 1;
    if (count > connections) {
      socket.destroy();
      return;
    }
    open.set(client, count);
    socket.once('close', () => {
      const left = (open.get(client) ?? 1) - 1;
      if (left > 0) open.set(client, left);
      else open.delete(client);
    });
  });
  server.on('request', (_: IncomingMessage, response: ServerResponse) => {
    const deadline = setTimeout(() => response.socket?.destroy(), answer).unref();
    response.once('close', () => clearTimeout(deadline));
  });
}
