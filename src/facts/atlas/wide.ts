/** A range so wide that it says nothing of any one of its ports. */
import { parseSpan } from '../../base/port-range.ts';

/** A source that opens more ports than this at once (5000-15000) tells nothing of any one of them. */
const WIDE_SPAN = 100;

export function isWide({ ports }: { ports: string }): boolean {
  const { low, high } = parseSpan(ports);
  return high - low >= WIDE_SPAN;
}

/** A profile that opens more ports than this takes none of them: any may be free all the same. */
const SWEEPING_SPAN = 200;

/** Asked of port lists and of games: a program that takes so many ports by itself does use them. */
export function isSweeping({ ports }: { ports: string }): boolean {
  const { low, high } = parseSpan(ports);
  return high - low >= SWEEPING_SPAN;
}
