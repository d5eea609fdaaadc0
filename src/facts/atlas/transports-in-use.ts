/** Over which transports a port is really used, which is often less than what it is registered for. */
import { compareTransports } from '../../base/port-range.ts';
import { establishedUses, reportedUses } from './known-uses.ts';
import type { PortRecord } from './record.ts';

type Facts = Pick<
  PortRecord,
  'devices' | 'games' | 'labels' | 'page' | 'programs' | 'vendorServices'
>;

/** By the best witnesses that name one: authors and established uses, then single reports, then port lists. */
export function transportsInUse(facts: Facts): string[] {
  const authored = facts.page?.uses.filter(({ kind }) => kind !== 'malware') ?? [];
  const witnesses = [
    [...authored.map(({ transport }) => transport), ...transportsOf(establishedUses(facts))],
    transportsOf(reportedUses(facts)),
    facts.labels.filter(({ wide }) => !wide).map(({ transports }) => transports),
  ];
  const [best = []] = witnesses.map((lists) => lists.flat()).filter((named) => named.length > 0);
  return [...new Set<string>(best)].sort(compareTransports);
}

const transportsOf = (uses: readonly { transports: string[] }[]) =>
  uses.map(({ transports }) => transports);
