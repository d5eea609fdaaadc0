/** The uses that the tables know of a port, whatever table they are in; those inside wide ranges left out. */
import type { PortRecord } from './record.ts';
import type { Use } from './uses.ts';

/** The fields of a record that hold uses. */
export type UseTable = 'devices' | 'games' | 'programs' | 'vendorServices';
type Uses = Pick<PortRecord, UseTable>;

export function knownUses({ devices, games, programs, vendorServices }: Uses): Use[] {
  const all = [...programs, ...vendorServices, ...games, ...devices].filter(({ wide }) => !wide);
  const names = new Set<string>();
  return all
    .toSorted((a, b) => rank(a) - rank(b))
    .filter(({ name, role }) => {
      const key = `${name} ${role}`;
      return !names.has(key) && names.add(key);
    });
}

const rank = ({ standing }: Use) => (standing === 'established' ? 0 : 1);

export const establishedUses = (uses: Uses): Use[] =>
  knownUses(uses).filter(({ standing }) => standing === 'established');

export const reportedUses = (uses: Uses): Use[] =>
  knownUses(uses).filter(({ standing }) => standing === 'reported');

/** 'Elasticsearch, REST interface' is Elasticsearch. */
export const programIn = (name: string) => name.split(', ')[0] as string;

/** What one would really meet there: what an author has found, then what the tables know for sure, then the rest. */
export function programNames(facts: Uses & Pick<PortRecord, 'page'>): string[] {
  const authored = facts.page?.uses.filter(({ kind }) => kind !== 'malware') ?? [];
  return [...new Set([...authored, ...knownUses(facts)].map(({ name }) => programIn(name)))];
}

/** Uses that take more ports at once than tell of any one of them. */
export const wideUses = ({ devices, games, programs, vendorServices }: Uses): Use[] =>
  [...programs, ...vendorServices, ...games, ...devices].filter(({ wide }) => wide);
