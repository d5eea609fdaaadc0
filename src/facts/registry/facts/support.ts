/** How many rows of the tables of uses and attacks each source supports. */
import type { UseRow } from '../../schemas/facts.ts';

interface FactRows {
  programs: readonly UseRow[];
  games: readonly UseRow[];
  devices: readonly UseRow[];
  'vendor-services': readonly UseRow[];
  attacks: readonly { source: string }[];
  malware: readonly { source: string }[];
  watched: readonly { source: string }[];
  amplification: readonly { source: string }[];
  exposure: readonly { source: string }[];
  exploited: readonly unknown[];
  homes: readonly unknown[];
  rfcs: readonly unknown[];
}

export function supportOf(facts: FactRows): Map<string, number> {
  const uses = [facts.programs, facts.games, facts.devices, facts['vendor-services']].flat();
  const cited = [
    ...uses.flatMap(({ evidence }) => [...new Set(evidence.split(' | ').map(sourceOf))]),
    ...[facts.attacks, facts.malware, facts.watched, facts.amplification, facts.exposure]
      .flat()
      .map(({ source }) => source),
  ];
  const counts = new Map<string, number>();
  for (const source of cited) counts.set(source, (counts.get(source) ?? 0) + 1);
  counts.set('cisa-kev', facts.exploited.length);
  counts.set('awesome-selfhosted', facts.homes.length);
  counts.set('rfc-mentions', facts.rfcs.length);
  return counts;
}

const sourceOf = (piece: string) => piece.slice(0, piece.indexOf(':'));
