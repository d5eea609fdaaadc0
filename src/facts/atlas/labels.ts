/** What the other books call a port, and whether that is the registry's name for it. */
import { compareTransports } from '../../base/port-range.ts';
import { BOOKS, type Book } from '../registry/tables.ts';
import type { LabelRow } from '../schemas/registry.ts';
import type { Assignment, Label } from './record.ts';
import { isWide } from './wide.ts';

export interface SourcedLabel extends LabelRow {
  source: Book;
}

/** One label per book and name, with all its transports, in the order of the books. */
export function labelsOf(
  rows: readonly SourcedLabel[],
  assignments: readonly Assignment[],
): Label[] {
  const inOrder = rows.toSorted((a, b) => BOOKS.indexOf(a.source) - BOOKS.indexOf(b.source));
  const groups = Map.groupBy(inOrder, (row) => `${row.source}\u0000${row.name}`);
  return [...groups.values()].map((group) => {
    const { source, name, ports } = group[0] as SourcedLabel;
    return {
      source,
      name,
      ports,
      wide: group.every(isWide),
      transports: [...new Set(group.map((row) => row.transport))].sort(compareTransports),
      agreement: agreement(name, assignments),
    };
  });
}

function agreement(name: string, assignments: readonly Assignment[]): Label['agreement'] {
  const registered = assignments.filter(({ service }) => service !== '');
  if (registered.length === 0) return 'unlisted';
  const label = fold(name);
  const same = registered.some(({ service }) => fold(service) === label);
  return same ? 'same' : 'different';
}

/**
 * 'http_port_t', 'HTTP' and 'http' are one name; 'mysqld' and 'mysql' too, since a daemon serves
 * what it is named for.
 */
export function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/_port_t$/, '')
    .replace(/[^a-z0-9]/g, '')
    .replace(/(?<=[a-z0-9]{3})d$/, '');
}
