/** Every name that leads to a port, from the records. Runs in the build. */
import { knownUses } from '../../facts/atlas/known-uses.ts';
import type { PortRecord } from '../../facts/atlas/record.ts';
import { plainName, serviceLabels } from '../../words/prose/names.ts';
import { keyOf } from './fold.ts';
import { addName, type NameEntry, type Reason } from './names.ts';
import { organisationOf } from './organisations.ts';
import { nameOf, stateOf } from './passages.ts';
import { MOST_SUPPORT, supportAt } from './wanted.ts';

/** An organisation with more ports than this is asked for one of them, or for its name in the index. */
const MOST_PORTS = 24;

export function collectNames(records: Iterable<PortRecord>): Map<string, NameEntry> {
  const names = new Map<string, NameEntry>();
  for (const record of records) {
    const { page, port } = record;
    const state = stateOf(record);
    // The title of a port with a page travels once, with the names that its author gives.
    const called = page ? undefined : nameOf(record);
    for (const { name, reason, support = 1 } of namesOf(record)) {
      const other = called !== undefined && keyOf(called) !== keyOf(name) ? called : undefined;
      addName(names, name, { port, reason, support, state, called: other });
    }
  }
  for (const entry of names.values()) entry.refs.length = Math.min(entry.refs.length, MOST_PORTS);
  return names;
}

interface Name {
  name: string;
  reason: Reason;
  support?: number;
}

function* namesOf(record: PortRecord): Generator<Name> {
  const { assignments, labels, page, timeline } = record;
  if (page) {
    const things = bare(page.title).split(/,| and (?=[A-Z])/);
    for (const name of titleNames(page.title, things))
      yield { name, reason: things.length > 1 ? 'part' : 'title' };
    for (const [place, name] of page.aliases.entries())
      yield { name, reason: 'alias', support: supportAt(place) };
    for (const { kind, name } of page.uses) yield { name: bare(name), reason: USES[kind] };
    for (const { id, kind } of page.security.facts) {
      if (id && MALWARE.has(kind)) yield { name: id, reason: 'malware' };
    }
  }
  for (const { name, ports, standing } of knownUses(record)) {
    if (!ports.startsWith(String(record.port))) continue;
    yield { name, reason: standing === 'established' ? 'default' : 'second' };
  }
  for (const { aliasOf, assignee, ports, service } of assignments) {
    // A name of a range stands at its first port; the others are found by number.
    if (!ports.startsWith(String(record.port))) continue;
    if (service) yield { name: service, reason: 'service', support: aliasOf ? 0 : 1 };
    const organisation = organisationOf(assignee);
    if (organisation) yield { name: organisation, reason: 'organisation' };
  }
  const named = Map.groupBy(
    serviceLabels(labels).filter(({ ports }) => ports.startsWith(String(record.port))),
    ({ name }) => plainName(name),
  );
  for (const [name, group] of named) {
    yield {
      name,
      reason: 'list',
      support: Math.min(MOST_SUPPORT, new Set(group.map(({ source }) => source)).size),
    };
  }
  const backDoors = labels.filter(({ kind }) => kind === 'backdoors');
  for (const [name, group] of Map.groupBy(backDoors, (label) => label.name)) {
    const lists = new Set(group.map(({ source }) => source)).size;
    yield { name, reason: 'malware', support: Math.min(MOST_SUPPORT, lists) };
  }
  for (const { name, share, wide } of record.malware) {
    const support = share ? Math.floor((MOST_SUPPORT * share.here) / share.listed) : 0;
    if (!wide) yield { name, reason: 'reported', support };
  }
  for (const { vulnerabilities } of record.attacks)
    for (const { cve } of vulnerabilities) yield { name: cve, reason: 'flaw' };
  for (const { name, oldName } of timeline) {
    if (name) yield { name, reason: 'former' };
    if (oldName) yield { name: oldName, reason: 'former' };
  }
}

const USES = {
  default: 'default',
  alternative: 'second',
  squatter: 'default',
  malware: 'malware',
} as const;
const MALWARE = new Set(['worm', 'trojan']);

/** 'Consul, ColdFusion and FMTP' names three things; 'Cassandra (CQL)' one thing twice. */
function titleNames(title: string, things: readonly string[]): string[] {
  const inBrackets = [...title.matchAll(/\(([^)]+)\)/g)].map(([, text = '']) => text);
  return [...new Set([...things, ...inBrackets, title])];
}

const bare = (name: string) => name.replace(/\s*\([^)]*\)/g, '').trim();
