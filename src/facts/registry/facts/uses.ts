/** Witnesses joined to uses: one row for each program on each port. */
import { compareRows, parseSpan } from '../../../base/port-range.ts';
import { isWide } from '../../atlas/wide.ts';
import type { UseTable } from '../../schemas/decisions.ts';
import { type UseRow, WITNESS_KINDS, type WitnessKind } from '../../schemas/facts.ts';
import { foldName, type Spelling } from './names.ts';
import { joinTransports } from './raw.ts';
import type { Witness } from './witnesses.ts';

/** Of a family of copies, so many are cited. */
const CITED_OF_A_KIND = 4;
/** A store proves only on what an image listens: it takes two. */
const STORES_NEEDED = 2;

export function joinUses(
  table: UseTable,
  witnesses: readonly Witness[],
  spelling: Spelling,
): UseRow[] {
  const own = witnesses.filter(({ to }) => to === table);
  const groups = Map.groupBy(
    own,
    ({ ports, name }) => `${ports}\0${foldName(spelling(table, name))}`,
  );
  return [...groups.values()]
    .filter(isEnough)
    .map((group) => useOf(group, (name) => spelling(table, name)))
    .sort(
      (a, b) =>
        compareRows({ ports: a.ports, transport: '' }, { ports: b.ports, transport: '' }) ||
        (a.name < b.name ? -1 : 1),
    );
}

function isEnough(group: readonly Witness[]): boolean {
  const counting = group.filter(({ kind }) => kind !== 'old');
  const onlyStores = counting.length > 0 && counting.every(({ kind }) => kind === 'store');
  return !onlyStores || new Set(group.map(({ source }) => source)).size >= STORES_NEEDED;
}

function useOf(group: readonly Witness[], spell: (name: string) => string): UseRow {
  const inOrder = group.toSorted((a, b) => rank(a.kind) - rank(b.kind));
  const first = inOrder[0] as Witness;
  const kinds = WITNESS_KINDS.filter((kind) => inOrder.some((witness) => witness.kind === kind));
  return {
    ports: first.ports,
    transports: joinTransports(inOrder.flatMap(({ transports }) => transports.split(' '))),
    name: spell(first.name),
    role: [rolesOf(inOrder), oneOfMany(first.ports)].filter((part) => part !== '').join(', '),
    kinds: kinds.join(' '),
    evidence: evidenceOf(inOrder, kinds).join(' | '),
  };
}

/** Whoever takes one of many ports is not to be met on each: the page says so. */
const MANY = 10;

function oneOfMany(ports: string): string {
  const { low, high } = parseSpan(ports);
  return high - low + 1 >= MANY && !isWide({ ports }) ? `one of ${low} to ${high}` : '';
}

const rank = (kind: WitnessKind) => WITNESS_KINDS.indexOf(kind);

/** What the best kind of witness says that it is for; two things at most, since a cell is no story. */
function rolesOf(inOrder: readonly Witness[]): string {
  const told = inOrder.filter(({ role }) => role !== '' && role !== '?');
  const best = told.filter(({ kind }) => kind === told[0]?.kind);
  const sameSource = best.filter(({ source }) => source === best[0]?.source);
  const roles = new Map(sameSource.map(({ role }) => [foldName(role), role]));
  return [...roles.values()].slice(0, 2).join('; ');
}

function evidenceOf(inOrder: readonly Witness[], kinds: readonly WitnessKind[]): string[] {
  return kinds.flatMap((kind) => {
    const cited = new Map<string, string>();
    for (const { kind: its, source, path } of inOrder) {
      const key = kind === 'own' ? `${source}:${path}` : source;
      if (its === kind && !cited.has(key)) cited.set(key, `${source}:${path}`);
    }
    return [...cited.values()].slice(0, CITED_OF_A_KIND);
  });
}
