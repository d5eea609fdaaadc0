/** What port lists call a port, and whether that is the registry's name for it. */
import { compareTransports } from '../../base/port-range.ts';
import type { LabelKindId } from '../registry/source-kinds.ts';
import type { LabelRow } from '../schemas/registry.ts';
import type { Assignment, Label } from './record.ts';
import { isWide } from './wide.ts';

export interface SourcedLabel extends LabelRow {
  /** The id of the source, its short name, and what kind of names it gives. */
  source: string;
  list: string;
  kind: LabelKindId;
}

const nameOf = ({ name, source }: SourcedLabel) => `${source}\u0000${name}`;

/** The rows whose name stands, in its list, for a single port. */
export function soleRows(rows: readonly SourcedLabel[]): ReadonlySet<SourcedLabel> {
  const groups = [...Map.groupBy(rows, nameOf).values()];
  const alone = groups.filter(
    (group) =>
      !group[0]?.ports.includes('-') && new Set(group.map(({ ports }) => ports)).size === 1,
  );
  return new Set(alone.flat());
}

interface OfAllRows {
  /** The ids of the sources, in the order in which pages show them. */
  order?: readonly string[];
  sole?: ReadonlySet<SourcedLabel>;
}

/** One label per list and name, with all its transports, in the order of the sources. */
export function labelsOf(
  rows: readonly SourcedLabel[],
  assignments: readonly Assignment[],
  { order = [], sole = new Set() }: OfAllRows = {},
): Label[] {
  const inOrder = rows.toSorted((a, b) => order.indexOf(a.source) - order.indexOf(b.source));
  const groups = Map.groupBy(inOrder, nameOf);
  return [...groups.values()].map((group) => {
    const { list, kind, name, ports, source } = group[0] as SourcedLabel;
    return {
      source,
      list,
      kind,
      name,
      ports,
      wide: group.every(isWide),
      ...(group.every((row) => sole.has(row)) && { sole: true as const }),
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
