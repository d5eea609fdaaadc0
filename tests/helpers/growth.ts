/**
 * How the work grows when its input doubles: about 2 where it is linear, 4 where it is quadratic.
 * Counted in the processor time of this thread, the least of several runs, so that a machine with
 * other things to do gives the same answer.
 */
import assert from 'node:assert/strict';

const FIRST_SIZE = 2000;
const LAST_SIZE = 1 << 19;
/** In microseconds: what takes less is too short to be compared, what takes more is long enough. */
const SHORTEST = 500;
const LONG_ENOUGH = 10_000;
const RUNS = 3;
const ATTEMPTS = 6;
/** Half-way between linear and quadratic. */
const MOST = 3;

export function assertLinear<Input>(
  name: string,
  make: (size: number) => Input,
  work: (input: Input) => unknown,
  lastSize = LAST_SIZE,
): void {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && least >= MOST; attempt++)
    least = Math.min(least, growth(make, work, lastSize));
  assert.ok(least < MOST, `${name}: ${least.toFixed(1)} times the work for twice the input`);
}

/** @returns 0 where even the largest input takes too little time to be compared */
function growth<Input>(
  make: (size: number) => Input,
  work: (input: Input) => unknown,
  lastSize: number,
): number {
  let before = leastTime(make(FIRST_SIZE), work);
  for (let size = FIRST_SIZE * 2; ; size *= 2) {
    const now = leastTime(make(size), work);
    if (now >= LONG_ENOUGH || size * 2 > lastSize) return before < SHORTEST ? 0 : now / before;
    before = now;
  }
}

function leastTime<Input>(input: Input, work: (input: Input) => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const begin = process.threadCpuUsage();
    work(input);
    const { system, user } = process.threadCpuUsage(begin);
    least = Math.min(least, system + user);
  }
  return least;
}
