/** Two states of the registry in, dated changes out. Used for the past and for every update. */

import { compareRows, parseSpan, spanText } from '../../base/port-range.ts';
import type { ChangeKind, ChangeRow, ServiceRow } from '../schemas/registry.ts';
import { rowKind } from './row-kind.ts';

type State = Map<string, ServiceRow[]>;
type Change = Omit<ChangeRow, 'ports'> & { port: number };

export interface Snapshot {
  date: string;
  rows: ServiceRow[];
}

/** What changed between two snapshots, runs of neighbouring ports with the same change as one row. */
export function diffSnapshots(before: Snapshot, after: Snapshot): ChangeRow[] {
  const old = stateOf(before.rows);
  const now = stateOf(after.rows);
  const keys = new Set([...old.keys(), ...now.keys()]);
  const changes: Change[] = [];
  for (const key of keys) {
    const [port = '', transport = ''] = key.split('/');
    const context = { port: Number(port), transport, after: before.date, by: after.date };
    const sides = {
      old: old.get(key) ?? [],
      now: now.get(key) ?? [],
      oldElsewhere: elsewhere(old, port, transport),
      nowElsewhere: elsewhere(now, port, transport),
    };
    changes.push(...changesAt(context, sides));
  }
  return joinRuns(changes);
}

/** Rows by 'port/transport'. The unassigned ranges are left out: they name nothing that could change. */
function stateOf(rows: ServiceRow[]): State {
  const state: State = new Map();
  for (const row of rows) {
    if (rowKind(row) === 'unassigned') continue;
    const { low, high } = parseSpan(row.ports);
    for (let port = low; port <= high; port++) {
      const key = `${port}/${row.transport}`;
      const list = state.get(key);
      if (list) list.push(row);
      else state.set(key, [row]);
    }
  }
  return state;
}

/**
 * The rows of this port that speak for this transport too: those that name no transport, or, for a
 * row that names none itself, all of them. A service that only moved between the two did not change.
 */
function elsewhere(state: State, port: string, transport: string): ServiceRow[] {
  const transports = transport === '' ? ['tcp', 'udp', 'sctp', 'dccp'] : [''];
  return transports.flatMap((other) => state.get(`${port}/${other}`) ?? []);
}

type Context = Pick<Change, 'port' | 'transport' | 'after' | 'by'>;
type Sides = Record<'old' | 'now' | 'oldElsewhere' | 'nowElsewhere', ServiceRow[]>;

function changesAt(context: Context, sides: Sides): Change[] {
  const services = (rows: ServiceRow[]) => rows.filter((row) => rowKind(row) === 'assigned');
  const missing = (rows: ServiceRow[], from: ServiceRow[]) =>
    services(rows).filter((row) => !services(from).some((other) => sameName(row, other)));
  const gone = missing(sides.old, [...sides.now, ...sides.nowElsewhere]);
  const come = missing(sides.now, [...sides.old, ...sides.oldElsewhere]);
  const changes: Change[] = [];
  for (const row of gone) {
    const only = gone.length === 1 && come.length === 1 ? come[0] : undefined;
    const heir = come.find((other) => sameService(row, other)) ?? only;
    if (heir) {
      come.splice(come.indexOf(heir), 1);
      const kind = sameService(row, heir) ? 'renamed' : 'reassigned';
      changes.push(change(context, kind, row, heir, heir.registered, heir.modified));
    } else {
      changes.push(departure(context, row, [...sides.now, ...sides.nowElsewhere]));
    }
  }
  for (const row of come) {
    changes.push(change(context, 'listed', undefined, row, row.registered, row.modified));
  }
  return changes;
}

/** A service is gone: the rows that stand there now say whether the number is held back, and since when. */
function departure(context: Context, row: ServiceRow, now: ServiceRow[]): Change {
  const marked = now.find((other) => rowKind(other) !== 'assigned');
  const kind = marked && rowKind(marked) === 'reserved' ? 'reserved' : 'withdrawn';
  return change(context, kind, row, undefined, marked?.modified, marked?.registered);
}

function sameName(a: ServiceRow, b: ServiceRow): boolean {
  return a.service === b.service && (a.service !== '' || a.description === b.description);
}

/** Another name for the same thing: the description or the assignee stayed, or the registry calls it an alias. */
function sameService(a: ServiceRow, b: ServiceRow): boolean {
  const fold = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (a.description !== '' && fold(a.description) === fold(b.description)) return true;
  if (fold(a.service) !== '' && fold(a.service) === fold(b.service)) return true;
  return `${a.notes} ${b.notes}`.includes(`"${a.service}"`) && a.service !== '';
}

function change(
  context: Context,
  kind: ChangeKind,
  old: ServiceRow | undefined,
  now: ServiceRow | undefined,
  ...dates: (string | undefined)[]
): Change {
  return {
    ...context,
    change: kind,
    old: old?.service ?? '',
    old_description: old?.description ?? '',
    new: now?.service ?? '',
    new_description: now?.description ?? '',
    // The registry's own dates have typing errors: only one that fits between the copies is believed.
    date: dates.find((date) => fits(date, context)) ?? '',
  };
}

function fits(date: string | undefined, { after, by }: Context): boolean {
  if (!date) return false;
  return date >= after.slice(0, date.length) && date <= by.slice(0, date.length);
}

function joinRuns(changes: Change[]): ChangeRow[] {
  const rows: ChangeRow[] = [];
  const open = new Map<string, { row: ChangeRow; high: number }>();
  for (const { port, ...facts } of changes.sort((a, b) => a.port - b.port)) {
    const key = Object.values(facts).join('\u0000');
    const run = open.get(key);
    if (run && run.high === port - 1) {
      run.high = port;
      run.row.ports = spanText({ low: parseSpan(run.row.ports).low, high: port });
    } else {
      const row: ChangeRow = { ports: String(port), ...facts };
      rows.push(row);
      open.set(key, { row, high: port });
    }
  }
  return rows.sort(compareChanges);
}

export function compareChanges(a: ChangeRow, b: ChangeRow): number {
  return compareRows(a, b) || cmp(a.by, b.by) || cmp(a.old, b.old) || cmp(a.new, b.new);
}

function cmp(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
