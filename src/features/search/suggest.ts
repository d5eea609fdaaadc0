/** The answer to digits, from what is in the script: the port itself, then the documented ports that begin so. */
import { LAST_PORT } from '../../base/ranges.ts';
import { type Hit, NOTHING, PORT, PORTS } from './hit.ts';
import type { Asked } from './query.ts';

export interface Known {
  /** The documented ports, in order. */
  documented: readonly number[];
  /** The names of the most wanted ports. */
  names: ReadonlyMap<number, string>;
}

/**
 * The most wanted first among those that begin so; a range and a list in their own order.
 * Who writes more than digits has written the whole number.
 */
export function portHits({ high = -1, list, low = -1 }: Asked, known: Known, typing = true): Hit[] {
  if (list) {
    const hits = list.flatMap((span) => spanHits(span, known));
    return [...new Map(hits.map((hit) => [hit.port, { ...hit, group: PORTS }])).values()];
  }
  const single = low === high;
  const hits = spanHits([low, high], known);
  if (!single || low < 0 || !typing) return hits;
  const { documented, names } = known;
  const begun = documented.filter((port) => port !== low && `${port}`.startsWith(`${low}`));
  begun.sort((a, b) => +names.has(b) - +names.has(a));
  return [...hits, ...begun.map((port) => hitOf(port, known, `Ports that begin with ${low}`))];
}

function spanHits([low, high]: readonly [number, number], known: Known): Hit[] {
  const found = known.documented.filter((port) => port >= low && port <= high);
  const ports = low === high || found.length === 0 ? [low, high] : found;
  return [...new Set(ports)]
    .filter((port) => port >= 0)
    .map((port) => hitOf(port, known, low === high ? PORT : PORTS));
}

const hitOf = (port: number, { documented, names }: Known, group: string): Hit => ({
  group,
  href: `/${port}`,
  port,
  name: names.get(port),
  line: documented.includes(port) ? undefined : NOTHING,
});

export const noteOf = ({ beyond }: Asked) =>
  beyond ? `${beyond} is no port: ports end at ${LAST_PORT}` : '';

export const isTyping = (text: string): boolean => /^\s*\p{Nd}+\s*$/u.test(text);
