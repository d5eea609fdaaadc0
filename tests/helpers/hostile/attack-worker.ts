/** An attack in a thread of its own, so that it does not delay the readers who are measured. */
import { parentPort, workerData } from 'node:worker_threads';
import { ATTACKS } from './attacks.ts';

const { name, ...place } = workerData as { name: string; port: number; from: string };
const stop = new AbortController();
parentPort?.once('message', () => stop.abort());
let answers = 0;
await ATTACKS[name]?.({
  ...place,
  connections: 50,
  until: stop.signal,
  count: () => {
    answers++;
  },
});
parentPort?.postMessage(answers);
parentPort?.close();
