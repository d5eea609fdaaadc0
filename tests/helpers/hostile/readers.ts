/** Ordinary readers of the whole site: pages with what belongs to them, data, searches, answers, at a pace. */
import { setTimeout as wait } from 'node:timers/promises';
import { Cut, postBytes, Wire } from '../feedback/wire.ts';

export interface Readers {
  /** In milliseconds, of each answer. */
  times: number[];
  /** What was not answered as it should have been. */
  wrong: string[];
}

export interface ReadersOptions {
  port: number;
  /** Requests a second, all readers together. */
  rate: number;
  until: AbortSignal;
  /** Addresses of the site, as often as they are asked for. */
  addresses: readonly string[];
}

const CLIENTS = 20;
/** Each so many-th request is an answer to "was this page helpful?". */
const ANSWER_EVERY = 10;
/** And so many requests come over one connection. */
const A_CONNECTION = 5;

/** Counts on, so that no two of one process send the same answer. */
let next = 0;

export async function runReaders(options: ReadersOptions): Promise<Readers> {
  const readers: Readers = { times: [], wrong: [] };
  await Promise.all(
    Array.from({ length: CLIENTS }, (_, index) => oneReader(readers, options, index)),
  );
  return readers;
}

async function oneReader(
  { times, wrong }: Readers,
  { addresses, port, rate, until }: ReadersOptions,
  index: number,
): Promise<void> {
  const pause = (CLIENTS * 1000) / rate;
  const wire = new Wire(port);
  let due = performance.now() + (index / CLIENTS) * pause;
  for (let turn = 0; !until.aborted; turn++) {
    await wait(Math.max(0, due - performance.now()));
    due += pause;
    const number = next++;
    const address = addresses[number % addresses.length] ?? '/';
    const request = number % ANSWER_EVERY === 0 ? answer(number) : get(address);
    const began = performance.now();
    try {
      const { status, body } = await wire.ask(request);
      times.push(performance.now() - began);
      if (status !== 200) wrong.push(`${status} for ${address}: ${body.slice(0, 60)}`);
    } catch (error) {
      if (!(error instanceof Cut)) throw error;
      wrong.push(`${address}: ${error.message}`);
    }
    if (turn % A_CONNECTION === 0) wire.close();
  }
  wire.close();
}

const get = (path: string) =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br, gzip\r\n\r\n`;

/** Each from an address of its own, or the limit of the rate would turn most away. */
function answer(number: number): Buffer {
  const [a, b, c] = [number >> 16, number >> 8, number].map((part) => part & 255);
  return postBytes({
    body: JSON.stringify({ port: number % 65_536, locale: 'en', face: 'yes' }),
    headers: { 'X-Forwarded-For': `10.${a}.${b}.${c}` },
  });
}
