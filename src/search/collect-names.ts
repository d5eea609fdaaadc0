/** Every name that leads to a port, from the records. Runs in the build. */
import type { PortRecord } from '../atlas/record.ts';
import { plainName, serviceLabels } from '../prose/names.ts';
import { keyOf } from './fold.ts';
import { type NameEntry, REASONS, type Reason, type Ref } from './names.ts';
import { organisationOf } from './organisations.ts';
import { nameOf, stateOf } from './passages.ts';

/** An organisation with more ports than this is asked for one of them, or for its name in the index. */
const MOST_PORTS = 24;

const MOST_SUPPORT = 9;

export function collectNames(records: Iterable<PortRecord>): Map<string, NameEntry> {
  const names = new Map<string, NameEntry>();
  for (const record of records) {
    const common = { port: record.port, state: stateOf(record) };
    // The box itself knows what the ports with a page are called.
    const called = record.page ? '' : nameOf(record);
    for (const { name, reason, support = 1 } of namesOf(record)) {
      const key = keyOf(name);
      if (key === '') continue;
      const entry = names.getOrInsertComputed(key, () => ({ name, refs: [] }));
      const other = called === '' || keyOf(called) === key ? undefined : called;
      addRef(entry, { ...common, reason, support, called: other });
    }
  }
  for (const entry of names.values()) {
    entry.refs.sort(byReason);
    entry.refs.length = Math.min(entry.refs.length, MOST_PORTS);
  }
  return names;
}

/** A port that a name leads to for two reasons is kept with the better one. */
function addRef({ refs }: NameEntry, ref: Ref): void {
  const known = refs.findIndex(({ port }) => port === ref.port);
  const other = refs[known];
  if (!other) refs.push(ref);
  else if (byReason(ref, other) < 0) refs[known] = ref;
}

const byReason = (a: Ref, b: Ref) =>
  REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason) || b.support - a.support || a.port - b.port;

interface Name {
  name: string;
  reason: Reason;
  support?: number;
}

function* namesOf(record: PortRecord): Generator<Name> {
  const { assignments, labels, page, timeline } = record;
  if (page) {
    const things = page.title.split(/,| and (?=[A-Z])/);
    for (const name of titleNames(page.title, things))
      yield { name, reason: things.length > 1 ? 'p' : 't' };
    for (const [place, name] of page.aliases.entries())
      yield { name, reason: 'a', support: Math.max(0, MOST_SUPPORT - place) };
    for (const { kind, name } of page.uses) yield { name: bare(name), reason: USES[kind] };
    for (const { id, kind } of page.security.facts) {
      if (id && MALWARE.has(kind)) yield { name: id, reason: 'm' };
    }
  }
  for (const { aliasOf, assignee, ports, service } of assignments) {
    // A name of a range stands at its first port; the others are found by number.
    if (!ports.startsWith(String(record.port))) continue;
    if (service) yield { name: service, reason: 's', support: aliasOf ? 0 : 1 };
    const organisation = organisationOf(assignee);
    if (organisation) yield { name: organisation, reason: 'o' };
  }
  const books = Map.groupBy(
    serviceLabels(labels).filter(({ ports }) => ports.startsWith(String(record.port))),
    ({ name }) => plainName(name),
  );
  for (const [name, group] of books) {
    yield {
      name,
      reason: 'b',
      support: Math.min(MOST_SUPPORT, new Set(group.map(({ source }) => source)).size),
    };
  }
  for (const { name, source } of labels) {
    if (source === 'rkhunter') yield { name, reason: 'm' };
  }
  for (const { name, oldName } of timeline) {
    if (name) yield { name, reason: 'f' };
    if (oldName) yield { name: oldName, reason: 'f' };
  }
}

const USES = { default: 'd', alternative: 'u', squatter: 'd', malware: 'm' } as const;
const MALWARE = new Set(['worm', 'trojan']);

/** 'Consul, ColdFusion and FMTP' names three things; 'Cassandra (CQL)' one thing twice. */
function titleNames(title: string, things: readonly string[]): string[] {
  const inBrackets = [...title.matchAll(/\(([^)]+)\)/g)].map(([, text = '']) => text);
  return [...new Set([...things.map(bare), ...inBrackets, title])];
}

const bare = (name: string) => name.replace(/\s*\([^)]*\)/g, '').trim();
