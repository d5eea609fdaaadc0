/** Which ports nobody has, and which of them are good for a new program; computed for all of them at once. */
import { parseSpan } from '../../base/port-range.ts';
import { PORT_COUNT, rangeOf } from '../../base/ranges.ts';
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

/** What decides whether a port is good for a new program; each is a rule of the verdict. */
export interface PortTests {
  free(port: number): boolean;
  privileged(port: number): boolean;
  /** Whether a common system hands it out by itself. */
  ephemeral(port: number): boolean;
}

/** The free ports that need no privilege and that no common system hands out by itself. */
export function goodPorts({ ephemeral, free, privileged }: PortTests): number[] {
  return Array.from({ length: PORT_COUNT }, (_, port) => port).filter(
    (port) => free(port) && !privileged(port) && !ephemeral(port),
  );
}

/** The tests from the tables, without the records. */
export function testsFrom(
  freeOnes: readonly number[],
  { ephemeral }: Pick<Tables, 'ephemeral'>,
  systems: readonly string[],
): PortTests {
  const free = new Set(freeOnes);
  const lent = ephemeral.filter(
    ({ kind, system }) => kind === 'current' && systems.includes(system),
  );
  return {
    free: (port) => free.has(port),
    privileged: (port) => rangeOf(port) === 'system',
    ephemeral: (port) => lent.some(({ low, high }) => low <= port && port <= high),
  };
}
