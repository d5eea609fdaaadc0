/** The uses of the tables that the port's author has not named, under whatever spelling. */
import type { PortRecord } from '../../facts/atlas/record.ts';
import type { Use } from '../../facts/atlas/uses.ts';

export function untoldUses({ page }: PortRecord, uses: readonly Use[]): Use[] {
  const told = page?.uses.map(({ name }) => letters(name)) ?? [];
  return uses.filter(({ name }) => !told.some((known) => known.includes(letters(name))));
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
