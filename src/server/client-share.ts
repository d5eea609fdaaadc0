/**
 * What one reader may hold of the server: connections, the time that an answer may take, and requests
 * that are in work at a time. All are far beyond what a browser needs; they are there so that one
 * machine cannot have all of it.
 */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '../base/network-of.ts';

export interface Share {
  /** Connections of one client at a time. */
  connections: number;
  /** In milliseconds: whoever takes nothing of an answer for so long does not want it. */
  idle: number;
  /** In milliseconds: the whole of an answer. The largest file is through in that time at 10 kB a second. */
  answer: number;
  /** Requests of one client that are in work at a time; the others of that client wait their turn. */
  atOnce: number;
  /** And so many wait, as a client may send them one behind the other; with more it loses the connection. */
  waiting: number;
}

export const SHARE: Share = {
  connections: 100,
  idle: 30_000,
  answer: 300_000,
  atOnce: 8,
  waiting: 1000,
};

/** In milliseconds: who reads an answer slowly, behind an address that many share, does not delay the others. */
const LONGEST_TURN = 500;

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

/** A reader's request then waits for eight of another one at most, however many that one has sent. */
export function inTurns(
  listener: RequestListener,
  { atOnce, waiting: most }: Share,
): RequestListener {
  const clients = new Map<string, Turns>();

  function begin(client: string, turns: Turns, { request, response }: Asked): void {
    turns.running++;
    const end = once(() => {
      clearTimeout(longest);
      turns.running--;
      const next = nextOf(turns);
      if (next) begin(client, turns, next);
      else if (turns.running === 0) clients.delete(client);
    });
    const longest = setTimeout(end, LONGEST_TURN).unref();
    response.once('close', end);
    listener(request, response);
  }

  return (request, response) => {
    const address = request.socket.remoteAddress ?? '';
    if (OWN.has(address)) return listener(request, response);
    const client = networkOf(address);
    const turns = clients.get(client) ?? { running: 0, waiting: [] };
    clients.set(client, turns);
    if (turns.running < atOnce) begin(client, turns, { request, response });
    else if (turns.waiting.length < most) turns.waiting.push({ request, response });
    else request.socket.destroy();
  };
}

interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
}

interface Turns {
  running: number;
  waiting: Asked[];
}

/** Who has left while waiting costs nothing more. */
function nextOf({ waiting }: Turns): Asked | undefined {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
    if (!next.request.socket.destroyed) return next;
  return undefined;
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}
