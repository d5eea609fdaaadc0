/**
 * Which port an address such as /postgresql leads to: every name that means one port more than any
 * other, in the spellings in which it can stand in an address. For the built-in server, for _redirects
 * and for the configuration of nginx.
 */

import { parseSpan } from '../base/port-range.ts';
import type { Atlas } from '../facts/atlas/atlas.ts';
import { isWide } from '../facts/atlas/wide.ts';
import { namesService } from '../facts/registry/source-kinds.ts';
import { collectNames } from '../features/search/collect-names.ts';
import { keyOf } from '../features/search/fold.ts';
import { REASONS, type Reason, type Ref } from '../features/search/names.ts';
import { RESERVED } from './reserved-names.ts';

export interface NameRedirect {
  /** As it stands in an address: lower case, no spaces; one of several spellings. */
  name: string;
  port: number;
}

export interface NamedPort extends NameRedirect {
  /** What all spellings have in common. */
  key: string;
}

/** Longer than this, nobody types it, and nginx wants larger tables. */
const LONGEST = 40;

/**
 * A title, what people type, a registered name: the best port has it, even where another has a claim.
 * Software and the names of port lists have to mean one port and no other.
 */
const SURE: readonly Reason[] = ['title', 'alias', 'service', 'part'];
const LONE: readonly Reason[] = ['default', 'list', 'former'];

/** The names, those looked for most before the others. */
export function namedPorts(atlas: Atlas): NamedPort[] {
  const known = fameOf(atlas);
  const fame = (port: number) => known.get(port) ?? 0;
  const found = [...collectNames(recordsOf(atlas))].flatMap(([key, { name, refs }]) => {
    const ref = meant(refs);
    const usable = ref && !RESERVED.has(key) && !/^\d+$/.test(key) && key.length > 1;
    return usable ? [{ key, name, ref }] : [];
  });
  const rank = ({ reason }: Ref) => REASONS.indexOf(reason);
  found.sort(
    (a, b) =>
      rank(a.ref) - rank(b.ref) ||
      fame(b.ref.port) - fame(a.ref.port) ||
      b.ref.support - a.ref.support ||
      a.ref.port - b.ref.port ||
      (a.key < b.key ? -1 : 1),
  );
  return found.map(({ key, name, ref }) => ({ key, name, port: ref.port }));
}

/** What malware the tables report at a port, and which flaws, is no other thing of that name. */
const isService = ({ reason }: Ref) => reason !== 'flaw' && reason !== 'reported';

function* recordsOf(atlas: Atlas) {
  for (const port of atlas.documented()) yield atlas.port(port);
}

function meant(refs: readonly Ref[]): Ref | undefined {
  const [first, second] = refs.filter(isService);
  if (!first) return undefined;
  if (SURE.includes(first.reason)) return first;
  return LONE.includes(first.reason) && !second ? first : undefined;
}

/** The more lists name a port, the more people look for it. */
function fameOf({ tables }: Atlas): Map<number, number> {
  const lists = new Map<number, Set<string>>();
  for (const label of tables.labels) {
    if (isWide(label) || !namesService(label)) continue;
    const { high, low } = parseSpan(label.ports);
    for (let port = low; port <= high; port++)
      lists.set(port, (lists.get(port) ?? new Set()).add(label.source));
  }
  return new Map([...lists].map(([port, sources]) => [port, sources.size]));
}

/** All spellings of all names: first each name in the one that people would try first, then the others. */
export function nameRedirects(atlas: Atlas, named = namedPorts(atlas)): NameRedirect[] {
  const written = spellingsIn(atlas);
  const spelled = named.map(({ key, name, port }) => ({
    port,
    all: spellings([...(written.get(key) ?? []), name], key),
  }));
  const redirects = new Map<string, number>();
  const most = Math.max(0, ...spelled.map(({ all }) => all.length));
  for (let turn = 0; turn < most; turn++) {
    for (const { all, port } of spelled) {
      const name = all[turn];
      if (name !== undefined && !redirects.has(name)) redirects.set(name, port);
    }
  }
  return [...redirects].map(([name, port]) => ({ name, port }));
}

/** How the registry and the authors write the names: one key may have several of them. */
function spellingsIn(atlas: Atlas): Map<string, string[]> {
  const names = atlas.tables.services.map(({ service }) => service).filter((name) => name !== '');
  for (const port of atlas.authored()) names.push(...(atlas.port(port).page?.aliases ?? []));
  return Map.groupBy(names, keyOf);
}

/** 'MCS Calypso' as mcs-calypso, mcscalypso and mcs_calypso. */
function spellings(names: readonly string[], key: string): string[] {
  const words = names.map((name) => name.toLowerCase().trim());
  const tries = [
    ...words.map((name) => name.replace(/[\s/]+/g, '-')),
    key,
    ...words.map((name) => name.replace(/[\s/-]+/g, '_')),
  ];
  return [...new Set(tries)].filter(
    (text) => /^[a-z0-9][a-z0-9._+-]*$/.test(text) && text.length <= LONGEST && keyOf(text) === key,
  );
}
