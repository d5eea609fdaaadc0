/** The answer to digits, from what is in the script: the port itself, then the documented ports that begin so. */
import { LAST_PORT } from '../../base/ranges.ts';
import { type Hit, NOTHING, PORT } from './hit.ts';
import type { Asked } from './query.ts';

export interface Known {
  /** The documented ports, in order. */
  documented: readonly number[];
  /** The names of the most wanted ports. */
  names: ReadonlyMap<number, string>;
}

/** The most wanted first among those that begin so; a range in its own order. */
export function portHits({ low = -1, high = -1 }: Asked, { documented, names }: Known): Hit[] {
  const single = low === high;
  const found = documented.filter((port) =>
    single ? `${port}`.startsWith(`${low}`) : port >= low && port <= high,
  );
  if (single) found.sort((a, b) => +names.has(b) - +names.has(a));
  const ends = single || found.length === 0 ? [low, high] : [];
  return [...new Set([...ends, ...found])]
    .filter((port) => port >= 0)
    .map((port) => ({
      group: PORT,
      href: `/${port}`,
      port,
      name: names.get(port),
      facts: documented.includes(port) ? '' : NOTHING,
    }));
}

export const noteOf = ({ beyond }: Asked) =>
  beyond ? `${beyond} is no port: ports end at ${LAST_PORT}` : '';
