/** An attack in a thread of its own, so that it does not delay the readers who are measured. */
import { parentPort, workerData } from 'node:worker_threads';
import { ATTACKS, type Target } from './attacks.ts';

const { name, ...place } = workerData as Omit<Target, 'until' | 'count'> & { name: string };
const stop = new AbortController();
parentPort?.once('message', () => stop.abort());
let answers = 0;
await ATTACKS[name]?.({
  ...place,
  until: stop.signal,
  count: () => {
    answers++;
  },
});
parentPort?.postMessage(answers);
parentPort?.close();
