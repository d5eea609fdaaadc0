/** What one machine can do to the server: each goes on over its connections until it is told to end. */
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';

export interface Target {
  port: number;
  /** The attacker's own address, which the readers do not share. */
  from: string;
  connections: number;
  until: AbortSignal;
  /** Called for each answer, or for each connection where none is waited for. */
  count: () => void;
}

type Attack = (target: Target) => Promise<void>;

interface Sent {
  path: string;
  headers?: Record<string, string>;
  method?: string;
  body?: string;
}

/** Asks over and over, and reads the answer to its end. */
function asking(next: (turn: number) => Sent, { fresh = false } = {}): Attack {
  return async ({ connections, count, from, port, until }) => {
    const agent = new Agent({ keepAlive: !fresh, maxSockets: connections });
    const one = async (index: number) => {
      for (let turn = index; !until.aborted; turn += connections) {
        await answered(next(turn), { agent, from, port });
        count();
      }
    };
    await Promise.all(Array.from({ length: connections }, (_, index) => one(index)));
    agent.destroy();
  };
}

/** A refused connection is an answer too. */
function answered(
  { body, headers, method = 'GET', path }: Sent,
  { agent, from, port }: { agent: Agent; from: string; port: number },
): Promise<void> {
  return new Promise((resolve) => {
    const options = { host: '127.0.0.1', port, path, method, headers, agent, localAddress: from };
    const asked = request({ ...options, timeout: 5000 }, (response) => {
      response
        .on('error', () => {})
        .on('close', resolve)
        .resume();
    });
    asked.on('timeout', () => asked.destroy()).on('error', () => setTimeout(resolve, 5));
    asked.end(body);
  });
}

/** Holds as many connections as it gets, and opens another for each that it loses. */
function holding(busy: (socket: Socket, until: AbortSignal) => void): Attack {
  return async ({ connections, count, from, port, until }) => {
    const one = async () => {
      while (!until.aborted) {
        const socket = connect({ port, host: '127.0.0.1', localAddress: from });
        socket.on('error', () => {});
        const end = () => socket.destroy();
        until.addEventListener('abort', end);
        socket.once('connect', () => busy(socket, until));
        await new Promise((resolve) => socket.once('close', resolve)); // once() would fail with it.
        until.removeEventListener('abort', end);
        count();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    await Promise.all(Array.from({ length: connections }, one));
  };
}

const long = (part: string, length: number) => part.repeat(length / part.length);
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'content-type': 'application/json' };
/** From one address: the proxy in front has seen it. */
const ONE = { 'x-forwarded-for': '198.51.100.1' };

export const ATTACKS: Readonly<Record<string, Attack>> = {
  'Accept-Language of 15 kB': asking(() => ({
    path: '/api/feedback',
    method: 'POST',
    headers: { ...FORM, ...ONE, 'accept-language': long('a,', 15_000) },
    body: 'port=1',
  })),
  'an address of .html': asking(() => ({ path: `/${long('.html', 15_000)}` })),
  'an address of slashes': asking(() => ({ path: `/${long('a//', 15_000)}` })),
  'headers of 15 kB': asking(() => ({
    path: '/3330',
    headers: { 'accept-encoding': long('a;q=1,', 7000), 'if-none-match': long('"a",', 7000) },
  })),
  'the largest file, compressed': asking(() => ({
    path: '/ports.json',
    headers: { 'accept-encoding': 'br' },
  })),
  'the largest file, in parts': asking((turn) => ({
    path: '/ports.json',
    headers: { range: `bytes=${turn % 1000}-` },
  })),
  'pages that nobody asks for': asking((turn) => ({
    path: `/${(turn * 7919) % 65_536}`,
    headers: { 'accept-encoding': 'br' },
  })),
  'addresses that are not there': asking((turn) => ({ path: `/no-such-${turn}` })),
  'a connection for each request': asking(() => ({ path: '/' }), { fresh: true }),
  'answers without end': asking((turn) => ({
    path: '/api/feedback',
    method: 'POST',
    headers: { ...JSON_TYPE, ...ONE },
    body: `{"port":${turn % 65_536},"locale":"en","face":"no"}`,
  })),
  'readers that do not read': holding((socket) => {
    socket.pause();
    socket.write(long('GET /ports.json HTTP/1.1\r\nHost: a\r\n\r\n', 380));
  }),
  'requests a byte at a time': holding((socket, until) => {
    const letters = 'GET / HTTP/1.1\r\nHost: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
    let at = 0;
    const slowly = setInterval(() => socket.write(letters[at++] ?? 'a'), 100);
    socket.once('close', () => clearInterval(slowly));
    until.addEventListener('abort', () => clearInterval(slowly));
  }),
};
