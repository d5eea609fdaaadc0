/** How to find out what listens on a port, stop it, and allow or block it: every system, the number filled in. */
import type { PortRecord } from '../../facts/atlas/record.ts';
import type { CommandGroup, Mode, Target } from './command.ts';
import { containers } from './containers.ts';
import { linux } from './linux.ts';
import { macos } from './macos.ts';
import { outside } from './outside.ts';
import { windows } from './windows.ts';

export function targetOf(record: PortRecord): Target {
  return { port: record.port, mode: modeOf(record), web: webOf(record) };
}

export function commandsFor(target: Target): CommandGroup[] {
  return [linux(target), macos(target), windows(target), containers(target), outside(target)];
}

/** One transport only where every source that names a transport names this one. */
export function modeOf({ assignments, labels, page }: PortRecord): Mode {
  const named = new Set([
    ...assignments.flatMap(({ transports }) => transports),
    ...labels.flatMap(({ transports, wide }) => (wide ? [] : transports)),
    ...(page?.uses.flatMap(({ transport }) => transport) ?? []),
  ]);
  if (named.has('tcp') && !named.has('udp')) return 'tcp';
  if (named.has('udp') && !named.has('tcp')) return 'udp';
  return 'both';
}

function webOf({ assignments, labels }: PortRecord): Target['web'] {
  const names = [...assignments.map(({ service }) => service), ...labels.map(({ name }) => name)];
  if (names.some((name) => /^https|^http_?s$/i.test(name))) return 'https';
  return names.some((name) => /^http/i.test(name)) ? 'http' : undefined;
}
