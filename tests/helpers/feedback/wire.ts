/** One connection that sends requests as they are and reads the answers: little work, so that a load can be large. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface WireAnswer {
  status: number;
  head: string;
  body: string;
}

/** The connection ended before there was an answer. */
export class Cut extends Error {}

export class Wire {
  readonly #port: number;
  #socket: Socket | undefined;

  constructor(port: number) {
    this.#port = port;
  }

  async ask(request: string | Buffer): Promise<WireAnswer> {
    const socket = await this.#connected();
    const answer = read(socket);
    socket.write(request);
    const whole = await answer.catch((error) => {
      this.close();
      throw error;
    });
    if (/^connection: close/im.test(whole.head)) this.close();
    return whole;
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  async #connected(): Promise<Socket> {
    if (this.#socket && !this.#socket.destroyed) return this.#socket;
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true });
    socket.on('error', () => {}); // It is destroyed then, and whoever waits hears of that.
    try {
      await once(socket, 'connect');
    } catch (error) {
      throw new Cut('no connection', { cause: error });
    }
    this.#socket = socket;
    return socket;
  }
}

function read(socket: Socket): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    let text = '';
    const end = (act: () => void) => {
      socket.off('data', take).off('close', cut);
      act();
    };
    const cut = () => end(() => reject(new Cut('cut off')));
    const take = (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const split = text.indexOf('\r\n\r\n');
      if (split < 0) return;
      const head = text.slice(0, split);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (text.length < split + 4 + length) return;
      const body = Buffer.from(text.slice(split + 4), 'latin1').toString();
      end(() => resolve({ status: Number(head.slice(9, 12)), head, body }));
    };
    socket.on('data', take).on('close', cut);
  });
}

export interface Post {
  body: string | Buffer;
  type?: string;
  headers?: Record<string, string>;
}

export function postBytes({ body, type = 'application/json', headers = {} }: Post): Buffer {
  const content = Buffer.from(body as string);
  const lines = Object.entries({
    Host: 'localhost',
    'Content-Type': type,
    'Content-Length': content.length,
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  const head = `POST /api/feedback HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), content]);
}
