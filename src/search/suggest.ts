/** The answer to digits, from what is in the script: the port itself, then the documented ports that begin so. */
import type { Asked } from './query.ts';

export interface Known {
  /** The documented ports, in order. */
  documented: readonly number[];
  /** The names of the most wanted ports. */
  names: ReadonlyMap<number, string>;
}

export function portsFor(
  { low, high }: Asked,
  { documented, names }: Known,
  most: number,
): number[] {
  if (low === undefined || high === undefined) return [];
  if (low < high) {
    const within = documented.filter((port) => port >= low && port <= high);
    return (within.length > 0 ? within : [low, high]).slice(0, most);
  }
  const begin = String(low);
  const others = documented.filter((port) => port !== low && String(port).startsWith(begin));
  const wanted = others.filter((port) => names.has(port));
  return [...new Set([low, ...wanted, ...others])].slice(0, most);
}
