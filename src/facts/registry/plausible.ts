/** What a week or a year changes in the registry, and what it does not. */
import { ImportError } from '../../base/input-error.ts';
import { parseSpan } from '../../base/port-range.ts';
import type { ServiceRow } from '../schemas/registry.ts';

/** In a week, IANA changes some ten rows of 13,000; in a year, some two hundred. */
const MOST_CHANGED = 0.02;
/** The registry lists every port; one that no row covers any more is a slip, and many are a fault. */
const MOST_UNCOVERED = 5;

export function refuseImplausible(before: ServiceRow[], now: ServiceRow[]): void {
  const changed = changedCells(before, now);
  if (changed > before.length * MOST_CHANGED) {
    const share = ((changed / before.length) * 100).toFixed(1);
    throw new ImportError(
      `${changed} of ${before.length} rows differ, ${share}%, and an update changes less than ` +
        `${MOST_CHANGED * 100}%; if that is right, say --force`,
    );
  }
  const covered = portsOf(now);
  const lost = [...portsOf(before)].filter((port) => !covered.has(port));
  if (lost.length > MOST_UNCOVERED) {
    throw new ImportError(
      `no row covers ${lost.length} ports that the tables have, such as ${lost[0]}; if that is right, say --force`,
    );
  }
}

function portsOf(rows: ServiceRow[]): Set<number> {
  const ports = new Set<number>();
  for (const row of rows) {
    const { high, low } = parseSpan(row.ports);
    for (let port = low; port <= high; port++) ports.add(port);
  }
  return ports;
}

/** Rows of one side that the other lacks, whatever cell it is that differs. */
export function changedCells(before: object[], after: object[]): number {
  const key = (row: object) => Object.values(row).join('\u0000');
  const old = new Set(before.map(key));
  return (
    after.filter((row) => !old.has(key(row))).length + Math.max(0, before.length - after.length)
  );
}
