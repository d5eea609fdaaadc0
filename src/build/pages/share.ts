/** Which thread writes which ports: each takes the next few that are left. */
import { PORT_COUNT } from '../../base/ranges.ts';

const STEP = 64;

/** Seen by all threads: how many ports are taken, and how many pages are written. */
const TAKEN = 0;
const DONE = 1;

export type Counters = Int32Array<SharedArrayBuffer>;

export const newCounters = (): Counters =>
  new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));

/** @returns the first of the ports that are now the caller's, and the first that is not */
export function takeSome(counters: Counters): readonly [low: number, end: number] | undefined {
  const low = Atomics.add(counters, TAKEN, STEP);
  return low < PORT_COUNT ? [low, Math.min(low + STEP, PORT_COUNT)] : undefined;
}

export const countOne = (counters: Counters): number => Atomics.add(counters, DONE, 1);

export const doneIn = (counters: Counters): number => Atomics.load(counters, DONE);
