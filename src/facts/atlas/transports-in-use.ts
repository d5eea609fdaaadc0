/** Over which transports a port is really used, which is often less than what it is registered for. */
import { compareTransports } from '../../base/port-range.ts';
import { establishedUses, reportedUses, type UseTable } from './known-uses.ts';
import type { PortRecord } from './record.ts';

/** What the author names, else what established uses name, else single reports; nothing where none does. */
export function transportsInUse(facts: Pick<PortRecord, 'page' | UseTable>): string[] {
  const uses = facts.page?.uses.filter(({ kind }) => kind !== 'malware') ?? [];
  const main = uses.filter(({ kind }) => kind !== 'squatter');
  // A squatter counts only where there is no other: SSH is no UDP because pcAnywhere once was on 22.
  const authored = main.length > 0 ? main : uses;
  const witnesses = [
    authored.flatMap(({ transport }): string[] => transport),
    establishedUses(facts).flatMap(({ transports }) => transports),
    reportedUses(facts).flatMap(({ transports }) => transports),
  ];
  const named = witnesses.find((transports) => transports.length > 0) ?? [];
  return [...new Set(named)].sort(compareTransports);
}
