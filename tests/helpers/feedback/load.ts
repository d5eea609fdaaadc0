/** Many readers at once, each answer another one's, some of them wrong; and who was told that it is stored. */
import { setTimeout as wait } from 'node:timers/promises';
import { FACES, REASONS } from '../../../src/base/feedback-values.ts';
import { LOCALES } from '../../../src/base/languages.ts';
import { Cut, postBytes, Wire } from './wire.ts';

export interface Load {
  /** Notes of the answers that were acknowledged: each is unlike any other. */
  acknowledged: Set<string>;
  /** Sent and cut off: to be sent again. Who is told to come back later (503) does not come back here. */
  unknown: number[];
  /** Answers by status. */
  statuses: Map<number, number>;
  /** Of each answer, in milliseconds. */
  times: number[];
  /** Answers with a status that they should not have. */
  wrong: string[];
}

export interface LoadOptions {
  port: number;
  clients: number;
  /** Ends when this does, or when nothing answers any more. */
  until: AbortSignal;
  /** A connection for each request, as browsers that come once have it. */
  fresh?: boolean;
  /** Requests a second, all clients together; as many as possible without it. */
  rate?: number;
}

export function newLoad(): Load {
  return { acknowledged: new Set(), unknown: [], statuses: new Map(), times: [], wrong: [] };
}

/** Counts on, so that no two loads of one process send the same answer. */
let next = 0;

/** Every fifth request is one that must be refused. */
const WRONG_EVERY = 5;

const wrongs: { body: string; status: number; type?: string }[] = [
  { body: '{"port":65536,"locale":"en","face":"no"}', status: 400 },
  { body: '{"port":1,"locale":"en","face":"no"', status: 400 },
  { body: '{"port":1,"locale":"en","face":"no","__proto__":{}}', status: 400 },
  { body: 'port=80&locale=xx&face=no', status: 400, type: 'application/x-www-form-urlencoded' },
  { body: 'port=80', status: 415, type: 'text/plain' },
  { body: 'port=1&website=buy', status: 400, type: 'application/x-www-form-urlencoded' },
  { body: `{"note":"${'x'.repeat(5000)}"}`, status: 413 },
];

export async function runLoad(load: Load, options: LoadOptions): Promise<void> {
  const { clients } = options;
  await Promise.all(Array.from({ length: clients }, (_, index) => oneClient(load, options, index)));
}

async function oneClient(load: Load, options: LoadOptions, index: number): Promise<void> {
  const { clients, fresh, port, rate, until } = options;
  const wire = new Wire(port);
  const pause = rate === undefined ? 0 : (clients * 1000) / rate;
  let due = performance.now() + (index / clients) * pause;
  for (let turn = index; !until.aborted; turn++) {
    if (pause > 0) {
      await wait(Math.max(0, due - performance.now()));
      due += pause;
    }
    try {
      if (turn % WRONG_EVERY === 0) await sendWrong(load, wire, turn);
      else await sendRight(load, wire);
      if (fresh) wire.close();
    } catch (error) {
      if (!(error instanceof Cut)) throw error;
      break;
    }
  }
  wire.close();
}

async function sendRight(load: Load, wire: Wire): Promise<void> {
  const number = load.unknown.pop() ?? next++;
  const note = noteOf(number);
  const answer = {
    port: number % 65536,
    locale: LOCALES[number % LOCALES.length]?.code,
    face: FACES[number % FACES.length],
    reasons: [REASONS[number % REASONS.length]],
    note,
    version: '2026-11-20',
  };
  const request = postBytes({ body: JSON.stringify(answer), headers: from(number) });
  const began = performance.now();
  try {
    const { status, body } = await wire.ask(request);
    count(load, status, began);
    if (status === 200 && body === '{"stored":true}') load.acknowledged.add(note);
    if (status !== 200 && status !== 503) load.wrong.push(`${status} for ${note}: ${body}`);
  } catch (error) {
    load.unknown.push(number);
    throw error;
  }
}

async function sendWrong(load: Load, wire: Wire, turn: number): Promise<void> {
  const wrong = wrongs[(turn / WRONG_EVERY) % wrongs.length];
  if (!wrong) return;
  const { body, status: expected, type = 'application/json' } = wrong;
  const began = performance.now();
  const { status } = await wire.ask(postBytes({ body, type, headers: from(next++) }));
  count(load, status, began);
  if (status !== expected) load.wrong.push(`${status} for ${body.slice(0, 60)}`);
}

const noteOf = (number: number) => `answer ${number}`;

/** Each from an address of its own, or the limit of the rate would turn most away. */
function from(number: number): Record<string, string> {
  const bytes = [number >> 16, number >> 8, number].map((part) => part & 255);
  return { 'X-Forwarded-For': `10.${bytes.join('.')}` };
}

function count(load: Load, status: number, began: number): void {
  load.statuses.set(status, (load.statuses.get(status) ?? 0) + 1);
  load.times.push(performance.now() - began);
}
