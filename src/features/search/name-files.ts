/**
 * The files of names: one with those that authors give, and those of the registry and of port lists by
 * their first letters.
 */
import type { PortRecord } from '../../facts/atlas/record.ts';
import { GUIDE, WANTED } from './engine.ts';
import { type NameEntry, type Ref, SHARDS, shardOf, writeName } from './names.ts';
import { stateOf } from './passages.ts';
import { AUTHORED, type WantedPort, writeWanted } from './wanted.ts';

export function nameFiles(
  names: ReadonlyMap<string, NameEntry>,
  records: readonly PortRecord[],
  guides: readonly string[],
): Map<string, string> {
  const wanted = wantedPorts(names, records);
  const isWanted = ({ port, reason }: Ref) => AUTHORED.includes(reason) && wanted.has(port);
  const files = new Map<string, string[]>(SHARDS.map((shard) => [shard, []]));
  for (const [key, { name, refs }] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const others = refs.filter((ref) => !isWanted(ref));
    if (others.length > 0) files.get(shardOf(key))?.push(writeName({ name, refs: others }));
  }
  files.set(WANTED, [
    ...[...wanted.values()].map(writeWanted),
    ...guides.map((guide) => GUIDE + guide),
  ]);
  return new Map([...files].map(([file, lines]) => [file, lines.join('\n')]));
}

function wantedPorts(
  names: ReadonlyMap<string, NameEntry>,
  records: readonly PortRecord[],
): Map<number, WantedPort> {
  const ports = new Map<number, WantedPort>();
  for (const record of records) {
    const { page, port } = record;
    if (page) ports.set(port, { port, state: stateOf(record), title: page.title, names: [] });
  }
  const all = [...names.values()].flatMap(({ name, refs }) => refs.map((ref) => ({ name, ref })));
  for (const { name, ref } of all.sort((a, b) => b.ref.support - a.ref.support)) {
    if (AUTHORED.includes(ref.reason))
      ports.get(ref.port)?.names.push({ name, reason: ref.reason });
  }
  return ports;
}
