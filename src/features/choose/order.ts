/** In which order the ports are looked at: the nearest first, or as a word draws them. */
import { mix } from '../../base/mix.ts';
import { PORT_COUNT } from '../../base/ranges.ts';
import type { Criteria } from './criteria.ts';

export function orderOf({ near, seed }: Pick<Criteria, 'near' | 'seed'>): number[] {
  const rank = near === undefined ? drawBy(seed) : distanceFrom(near);
  // Rank and port as one number: numbers are sorted many times faster than by a comparison.
  const keys = new Float64Array(PORT_COUNT);
  for (let port = 0; port < PORT_COUNT; port++) keys[port] = rank(port) * PORT_COUNT + port;
  return Array.from(keys.sort(), (key) => key % PORT_COUNT);
}

/** Of two ports at the same distance, the higher one comes first. */
const distanceFrom = (near: number) => (port: number) =>
  port > near ? 2 * (port - near) - 1 : 2 * (near - port);

/**
 * A number for each port, from the seed and the port alone. A port that is taken in the meantime is
 * passed over and the others stay in their order, so that an old link keeps its other answers.
 */
function drawBy(seed: string): (port: number) => number {
  let start = 0x811c9dc5;
  for (let at = 0; at < seed.length; at++) {
    start = Math.imul(start ^ seed.charCodeAt(at), 0x01000193);
  }
  const mixed = mix(start);
  return (port) => mix(mixed ^ (port + 1));
}
