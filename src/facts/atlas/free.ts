/** Which ports nobody has, and which of them are good for a new program; computed for all of them at once. */
import { parseSpan } from '../../base/port-range.ts';
import { PORT_COUNT } from '../../base/ranges.ts';
import type { Tables } from './load.ts';

/**
 * Ports that no source says anything of, in order. The same rule as `isFree` in verdict.ts, which a
 * test holds it to.
 */
export function freePorts(
  documented: readonly number[],
  ranges: readonly { ports: string }[],
): number[] {
  const taken = new Uint8Array(PORT_COUNT);
  for (const port of documented) taken[port] = 1;
  for (const { ports } of ranges) {
    const { low, high } = parseSpan(ports);
    taken.fill(1, low, high + 1);
  }
  return Array.from({ length: PORT_COUNT }, (_, port) => port).filter((port) => taken[port] === 0);
}

/** The free ports that need no privilege and that no common system hands out by itself. */
export function goodPorts(
  free: readonly number[],
  { ephemeral }: Pick<Tables, 'ephemeral'>,
  systems: readonly string[],
): number[] {
  const lent = ephemeral.filter(
    ({ kind, system }) => kind === 'current' && systems.includes(system),
  );
  return free.filter(
    (port) => port >= 1024 && !lent.some(({ low, high }) => low <= port && port <= high),
  );
}
