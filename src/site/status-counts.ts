import type { Status } from '../facts/atlas/record.ts';

export function countStatuses(statuses: readonly Status[]): Map<Status, number> {
  const counts = new Map<Status, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}
