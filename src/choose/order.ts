/** In which order the ports are looked at: the nearest first, or as a word draws them. */
import { PORT_COUNT } from './facts.ts';
import type { Wish } from './wish.ts';

export function orderOf({ near, seed }: Pick<Wish, 'near' | 'seed'>): number[] {
  const ports = Array.from({ length: PORT_COUNT }, (_, port) => port);
  if (near !== undefined)
    return ports.sort((a, b) => Math.abs(a - near) - Math.abs(b - near) || b - a);
  const draws = drawsOf(seed);
  return ports.sort((a, b) => (draws[a] ?? 0) - (draws[b] ?? 0) || a - b);
}

/**
 * A number for each port, from the seed and the port alone. A port that is taken in the meantime is
 * passed over and the others stay in their order, so that an old link keeps its other answers.
 */
function drawsOf(seed: string): Uint32Array {
  let start = 0x811c9dc5;
  for (let at = 0; at < seed.length; at++) {
    start = Math.imul(start ^ seed.charCodeAt(at), 0x01000193);
  }
  return Uint32Array.from({ length: PORT_COUNT }, (_, port) => mix(mix(start) ^ (port + 1)));
}

/** Every bit of the number has a say in every bit of the answer. */
function mix(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** For somebody who names no word. */
export function newSeed(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number.toString(36);
}
