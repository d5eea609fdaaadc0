/** Every name that leads to a port, from the records. Runs in the build. */
import type { PortRecord } from '../atlas/record.ts';
import { plainName, serviceLabels } from '../prose/names.ts';
import { keyOf } from './fold.ts';
import { type NameEntry, REASONS, type Reason, type Ref } from './names.ts';
import { organisationOf } from './organisations.ts';
import { nameOf, stateOf } from './passages.ts';

/** An organisation with more ports than this is asked for one of them, or for its name in the index. */
const MOST_PORTS = 24;

export function collectNames(records: Iterable<PortRecord>): Map<string, NameEntry> {
  const names = new Map<string, NameEntry>();
  for (const record of records) {
    const common = { port: record.port, state: stateOf(record) };
    const called = nameOf(record);
    for (const { name, reason, support = 1 } of namesOf(record)) {
      const key = keyOf(name);
      if (key === '') continue;
      const entry = names.getOrInsertComputed(key, () => ({ name, refs: [] }));
      const own = keyOf(called) === key ? undefined : called;
      addRef(entry, { ...common, reason, support, called: own });
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
  REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason) ||
  b.support - a.support ||
  a.port - b.port;

interface Name {
  name: string;
  reason: Reason;
  support?: number;
}

function* namesOf(record: PortRecord): Generator<Name> {
  const { assignments, labels, page, timeline } = record;
  if (page) {
    const parts = titleParts(page.title);
    for (const name of parts) yield { name, reason: parts.length > 2 ? 'p' : 't' };
    for (const name of page.aliases) yield { name, reason: 'a' };
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
    yield { name, reason: 'b', support: Math.min(9, new Set(group.map(({ source }) => source)).size) };
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
function titleParts(title: string): string[] {
  const parts = title.split(/,| and (?=[A-Z])/).map((part) => part.trim());
  const inBrackets = /\(([^)]+)\)/.exec(title)?.[1];
  const names = parts.map(bare).filter((part) => part !== '');
  return [...new Set([...names, ...(inBrackets ? [inBrackets] : []), title])];
}

const bare = (name: string) => name.replace(/\s*\([^)]*\)/g, '').trim();
