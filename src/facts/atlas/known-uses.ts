/** The uses that the tables know of a port, whatever table they are in; those inside wide ranges left out. */
import type { PortRecord } from './record.ts';
import type { Use } from './uses.ts';

type Uses = Pick<PortRecord, 'devices' | 'games' | 'programs' | 'vendorServices'>;

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
