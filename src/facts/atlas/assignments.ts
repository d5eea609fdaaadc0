/** The registry's rows for one port, as services: one entry per service, with all its transports. */
import { compareTransports } from '../../base/port-range.ts';
import { rowKind } from '../registry/row-kind.ts';
import type { ServiceRow } from '../schemas/registry.ts';
import type { Assignment, Reference } from './record.ts';
import { assigneeNames, parseReferences } from './references.ts';
import { isAbout } from './remarks.ts';

/** What the registry appends to the description of a name that took an ill-formed one's place: a note. */
const REPLACES = / ?IANA assigned this well-formed service name as a replacement for ["“].*$/;
const ALIAS = /(?:alias to|duplicate of the) ["“]([^"”]+)["”]/i;

export function assignmentsOf(
  port: number,
  rows: readonly ServiceRow[],
  people: ReadonlyMap<string, string>,
): Assignment[] {
  const groups = Map.groupBy(
    rows.filter((row) => rowKind(row) === 'assigned'),
    // Rows with dates of their own stay apart: a date must not move to another transport.
    (row) => [row.ports, row.service, row.description, row.registered, row.modified].join('\u0000'),
  );
  return [...groups.values()]
    .map((group) => assignment(port, group, people))
    .sort((a, b) => Number(isSecondary(a)) - Number(isSecondary(b)));
}

/** Aliases and duplicates come after the service that they stand for. */
function isSecondary({ aliasOf }: Assignment): boolean {
  return aliasOf !== undefined;
}

function assignment(
  port: number,
  group: readonly ServiceRow[],
  people: ReadonlyMap<string, string>,
): Assignment {
  const first = group[0];
  if (!first) throw new Error('a group of rows is never empty');
  const cell = (name: keyof ServiceRow) =>
    group.map((row) => row[name]).find((text) => text !== '');
  const entry: Assignment = {
    service: first.service,
    description: first.description.replace(REPLACES, ''),
    transports: group
      .map((row) => row.transport)
      .filter((transport) => transport !== '')
      .sort(compareTransports),
    ports: first.ports,
    references: uniqueReferences(group),
  };
  const notes = [cell('notes'), REPLACES.exec(first.description)?.[0].trim()];
  const optional = {
    assignee: assigneeNames(cell('assignee') ?? '', people),
    registered: cell('registered'),
    modified: cell('modified'),
    serviceCode: cell('service_code'),
    unauthorizedUse: group
      .map((row) => ({ row, text: row.unauthorized_use }))
      .find(({ row, text }) => text !== '' && isAbout(port, text, row))?.text,
    notes: notes.filter((note) => note !== undefined).join(' ') || undefined,
    aliasOf: ALIAS.exec(first.notes)?.[1],
  };
  return Object.assign(
    entry,
    Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  );
}

function uniqueReferences(group: readonly ServiceRow[]): Reference[] {
  const all = group.flatMap(({ reference }) => parseReferences(reference));
  return all.filter(
    ({ label }, index) => all.findIndex((other) => other.label === label) === index,
  );
}
