/** What the registry remarks beside rows that assign nothing: notes, reports of use, odd descriptions. */
import { parseSpan } from '../../base/port-range.ts';
import { rowKind } from '../registry/row-kind.ts';
import type { ServiceRow } from '../schemas/registry.ts';
import { namesForIds } from './references.ts';

const NOBODY: ReadonlyMap<string, string> = new Map();

/** An 'Unassigned' row says nothing of a port, unless a date or a remark stands beside it: somebody had it. */
export function saysSomething(port: number, row: ServiceRow): boolean {
  return rowKind(row) !== 'unassigned' || remarksOf(port, [row], NOBODY).length > 0;
}

/** A date on a row that assigns nothing: the number was given back, though by whom is not told. */
function datedRow(row: ServiceRow): string {
  const date = row.registered || row.modified;
  return rowKind(row) === 'unassigned' && date !== '' ? `Unassigned, ${date}` : '';
}

/** The words that say a status and nothing more. */
const BARE = /^(unassigned|reserved|de-?registered|removed)$/i;

export function remarksOf(
  port: number,
  rows: readonly ServiceRow[],
  people: ReadonlyMap<string, string>,
): string[] {
  const remarks = rows
    .filter((row) => rowKind(row) !== 'assigned')
    .flatMap((row) => [
      BARE.test(row.description) ? '' : row.description,
      ...[row.notes, unauthorizedUse(row)].filter((text) => isAbout(port, text, row)),
      datedRow(row),
    ]);
  const named = remarks.map((text) => namesForIds(text, people));
  return [...new Set(named.filter((text) => text !== ''))];
}

/** A bare 'yes' says something only under the heading of its column. */
const unauthorizedUse = ({ unauthorized_use: text }: ServiceRow) =>
  text === 'yes' ? 'Unauthorized use reported: yes' : text;

/** 'Unauthorized Use Known on ports 8616 and 8617' stands beside 8616-8664 and is about two of them. */
export function isAbout(port: number, text: string, row: ServiceRow): boolean {
  const { low, high } = parseSpan(row.ports);
  if (low === high) return true;
  const named = [...text.matchAll(/\b\d{1,5}(?:-\d{1,5})?\b/g)]
    .map(([span]) => parseSpan(span))
    .filter((span) => low <= span.low && span.low <= span.high && span.high <= high);
  return named.length === 0 || named.some((span) => span.low <= port && port <= span.high);
}
