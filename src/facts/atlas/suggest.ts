/**
 * The ports that are suggested beside another. Were they the nearest, the pages of thousands of ports
 * would name the same few, and their readers would meet on those. So they are drawn, by a hash of the
 * number, from the good ports near by, and the pages of ports that follow one another share none.
 */
import { mix } from '../../base/mix.ts';
import { lowerBound, nearest } from './nearest.ts';
import type { PortRecord, VerdictLevel } from './record.ts';

/** How many a page names. */
const SUGGESTIONS = 3;
/** How many free ports a record names. */
const FREE_NEIGHBOURS = 4;

/** As far as this is near by; where the nearest good port is far, twice as far as that one. */
const REACH = 500;
/** So many ports that follow one another share no suggestion. */
export const UNALIKE = 16;
/** From so many one port draws, at the least. */
const FEWEST = 8;

/** `good` in order. Never `port` itself; fewer than `count` only where there are fewer. */
export function suggested(good: readonly number[], port: number, count = SUGGESTIONS): number[] {
  const { from, to } = nearBy(good, port);
  const first = from + ((((port - from) % UNALIKE) + UNALIKE) % UNALIKE);
  const own = Array.from(
    { length: Math.max(0, Math.ceil((to - first) / UNALIKE)) },
    (_, at) => good[first + at * UNALIKE] as number,
  ).filter((other) => other !== port);
  const most = Math.min(count, own.length);
  const step = Math.floor(own.length / most);
  const start = mix(port) % own.length;
  return Array.from({ length: most }, (_, at) => own[(start + at * step) % own.length] as number);
}

/** From which to which place of the list the ports are near by. */
function nearBy(good: readonly number[], port: number): { from: number; to: number } {
  const at = lowerBound(good, port);
  const above = (good[at] ?? Number.POSITIVE_INFINITY) - port;
  const below = port - (good[at - 1] ?? Number.NEGATIVE_INFINITY);
  const reach = Math.max(REACH, 2 * Math.min(above, below));
  const from = lowerBound(good, port - reach);
  const to = lowerBound(good, port + reach + 1);
  const missing = Math.max(0, Math.ceil((UNALIKE * FEWEST - (to - from)) / 2));
  return { from: Math.max(0, from - missing), to: Math.min(good.length, to + missing) };
}

/** What a record suggests in place of its port, and beside it. */
export function choices(
  level: VerdictLevel,
  port: number,
  { free, good }: Record<'free' | 'good', readonly number[]>,
): Pick<PortRecord, 'nearestFree'> & Pick<PortRecord['verdict'], 'better'> {
  return level === 'good'
    ? { better: [], nearestFree: suggested(good, port) }
    : { better: suggested(good, port), nearestFree: nearest(free, port, FREE_NEIGHBOURS) };
}
