/** How many ports have each status, and how many of each range are assigned or documented. */
import { RANGES } from '../base/ranges.ts';
import type { Atlas } from '../facts/atlas/atlas.ts';
import type { Status } from '../facts/atlas/record.ts';

export function countStatuses(statuses: readonly Status[]): Map<Status, number> {
  const counts = new Map<Status, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}

export type RangeCount = (typeof RANGES)[number] & { assigned: number; documented: number };

export function countRanges(atlas: Atlas): RangeCount[] {
  return RANGES.map((range) => {
    const { high, low } = range;
    const statuses = countStatuses(atlas.statuses().slice(low, high + 1));
    const documented = atlas.documented().filter((port) => port >= low && port <= high);
    return { ...range, assigned: statuses.get('assigned') ?? 0, documented: documented.length };
  });
}
