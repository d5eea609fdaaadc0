/** The strip of the chart around a port: 64 numbers as runs of one status, small enough to stand in the page. */
import type { Status } from '../facts/atlas/record.ts';

export const STRIP_LENGTH = 64;

interface StripRun {
  status: Status;
  start: number;
  length: number;
}

export interface Strip {
  low: number;
  /** The place of the port within the strip. */
  at: number;
  runs: StripRun[];
}

export function stripAround(port: number, statuses: readonly Status[]): Strip {
  const low = Math.floor(port / STRIP_LENGTH) * STRIP_LENGTH;
  const runs: StripRun[] = [];
  for (const [index, status] of statuses.slice(low, low + STRIP_LENGTH).entries()) {
    const last = runs.at(-1);
    if (last?.status === status) last.length++;
    else runs.push({ status, start: index, length: 1 });
  }
  return { low, at: port - low, runs };
}
