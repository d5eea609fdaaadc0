/** How to find out what listens on a port, stop it, and allow or block it: every system, the number filled in. */
import type { PortRecord } from '../../facts/atlas/record.ts';
import { transportsInUse } from '../../facts/atlas/transports-in-use.ts';
import { type Said, said } from '../messages/said.ts';
import { BOTH, type CommandGroup, type Target, type Transport } from './command.ts';
import { containers } from './containers.ts';
import { firewalldServices } from './firewalld.ts';
import { linux } from './linux.ts';
import { macos } from './macos.ts';
import { outside } from './outside.ts';
import { carriesSession, sessionWarning } from './session.ts';
import { windows } from './windows.ts';

export function targetOf(record: PortRecord): Target {
  const transports = commandTransports(record);
  const web = webOf(record);
  const firewalld = firewalldServices(record.labels, transports);
  return {
    port: record.port,
    transports,
    ...(web && { web }),
    ...(Object.keys(firewalld).length > 0 && { firewalld }),
    ...(carriesSession(record.port) && { session: true }),
  };
}

/** What to know before one reads the output of any of them. */
export const caution = (port: number): Said =>
  said(port === 0 ? 'command.cautionZero' : 'command.caution');

/** None for port 0: a program that asks for it gets another port, so nothing listens there. */
export function commandsFor(target: Target): CommandGroup[] {
  if (target.port === 0) return [];
  const groups = [
    linux(target),
    macos(target),
    windows(target),
    containers(target),
    outside(target),
  ];
  if (!target.session) return groups;
  const warning = sessionWarning(target.port);
  return groups.map((group) => (group.firewall.length > 0 ? { ...group, warning } : group));
}

/**
 * What is used comes before what is registered: a number is registered for TCP and UDP as a matter of
 * form. Where nothing names a transport that the commands know, both may be in use.
 */
export function commandTransports(record: PortRecord): readonly Transport[] {
  const { assignments, labels, page } = record;
  const malware = page?.uses.flatMap(({ transport }) => transport) ?? [];
  for (const some of [transportsInUse(record), malware]) {
    const used = known(some);
    if (used.length > 0) return used;
  }
  const named = known([
    ...assignments.flatMap(({ transports }) => transports),
    ...labels.flatMap(({ transports, wide }) => (wide ? [] : transports)),
  ]);
  return named.length > 0 ? named : BOTH;
}

const known = (names: readonly string[]): Transport[] =>
  BOTH.filter((transport) => names.includes(transport));

function webOf({ assignments, labels }: PortRecord): Target['web'] {
  const names = [...assignments.map(({ service }) => service), ...labels.map(({ name }) => name)];
  if (names.some((name) => /^https|^http_?s$/i.test(name))) return 'https';
  return names.some((name) => /^http/i.test(name)) ? 'http' : undefined;
}
