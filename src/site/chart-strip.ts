/** The strip of the chart around a port. */
import type { Status } from '../facts/atlas/record.ts';
import { STRIP_LENGTH, type Strip } from '../words/page/nearby.ts';

export function stripAround(port: number, statuses: readonly Status[]): Strip {
  const low = Math.floor(port / STRIP_LENGTH) * STRIP_LENGTH;
  const runs: Strip['runs'] = [];
  for (const [index, status] of statuses.slice(low, low + STRIP_LENGTH).entries()) {
    const last = runs.at(-1);
    if (last?.status === status) last.length++;
    else runs.push({ status, start: index, length: 1 });
  }
  return { low, at: port - low, runs };
}
