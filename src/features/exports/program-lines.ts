/** /programs.json: every program, game, device and vendor's service with its ports, and who says so. */
import type { Atlas } from '../../facts/atlas/atlas.ts';
import { knownUses } from '../../facts/atlas/known-uses.ts';
import type { Use } from '../../facts/atlas/uses.ts';
import type { ProgramLine } from '../../facts/schemas/bulk-json.ts';

export function programLines(atlas: Atlas): ProgramLine[] {
  const lines = new Map<string, ProgramLine>();
  for (const port of atlas.documented()) {
    for (const use of knownUses(atlas.port(port))) {
      const line = lines.getOrInsertComputed(use.name, () => ({ name: use.name, ports: [] }));
      if (use.home !== undefined) line.home = use.home;
      // A range is told once, with its first port.
      if (!line.ports.some((known) => isSame(known, use))) line.ports.push(portOf(use));
    }
  }
  return [...lines.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const isSame = (known: ProgramLine['ports'][number], { ports, role }: Use) =>
  known.ports === ports && known.role === role;

const portOf = ({ evidence, kinds, ports, role, standing, transports }: Use) => ({
  ports,
  transports,
  role,
  standing,
  kinds,
  sources: [...new Set(evidence.map(({ source }) => source))],
});
