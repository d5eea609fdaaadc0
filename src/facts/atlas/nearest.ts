/** The nearest members of a sorted list of ports. */

/**
 * Up to `count` ports of the sorted list, nearest to `port` first, never `port` itself; the higher
 * one first in a tie.
 */
export function nearest(sorted: readonly number[], port: number, count: number): number[] {
  let above = lowerBound(sorted, port);
  let below = above - 1;
  if (sorted[above] === port) above++;
  const found: number[] = [];
  while (found.length < count && (below >= 0 || above < sorted.length)) {
    const down = sorted[below] ?? Number.NEGATIVE_INFINITY;
    const up = sorted[above] ?? Number.POSITIVE_INFINITY;
    if (up - port <= port - down) {
      found.push(up);
      above++;
    } else {
      found.push(down);
      below--;
    }
  }
  return found;
}

/** The index of the first entry that is not smaller than the port. */
export function lowerBound(sorted: readonly number[], port: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < port) low = middle + 1;
    else high = middle;
  }
  return low;
}
