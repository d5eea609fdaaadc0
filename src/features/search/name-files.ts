/**
 * The files of names: one with those that authors give, those of the registry and of port lists by
 * their first letters, the guides with their questions, and the ports of each topic.
 */
import type { PortRecord } from '../../facts/atlas/record.ts';
import { GUIDES, TOPIC, WANTED } from './files.ts';
import { type GuideText, writeGuide } from './guide-lines.ts';
import { type NameEntry, type Ref, SHARDS, shardOf, writeName } from './names.ts';
import { nameOf, stateOf } from './passages.ts';
import { writePortLine } from './port-file.ts';
import { fameOf, portsByTopic } from './topic-ports.ts';
import { AUTHORED, type WantedPort, writeWanted } from './wanted.ts';

export function nameFiles(
  names: ReadonlyMap<string, NameEntry>,
  records: readonly PortRecord[],
  guides: readonly GuideText[],
): Map<string, string> {
  const wanted = wantedPorts(names, records);
  const isWanted = ({ port, reason }: Ref) => AUTHORED.includes(reason) && wanted.has(port);
  const files = new Map<string, string[]>(SHARDS.map((shard) => [shard, []]));
  for (const [key, { name, refs }] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const others = refs.filter((ref) => !isWanted(ref));
    if (others.length > 0) files.get(shardOf(key))?.push(writeName({ name, refs: others }));
  }
  files.set(WANTED, [...wanted.values()].map(writeWanted));
  files.set(GUIDES, guides.map(writeGuide));
  for (const [topic, ports] of portsByTopic(records)) {
    const others = ports.filter(({ page }) => !page).slice(0, MOST_OTHERS);
    files.set(TOPIC + topic, others.map(topicLine));
  }
  return new Map([...files].map(([file, lines]) => [file, lines.join('\n')]));
}

/** Of those that have no page. */
const MOST_OTHERS = 40;

const topicLine = (record: PortRecord) =>
  writePortLine({
    port: record.port,
    state: stateOf(record),
    name: nameOf(record),
    story: false,
    line: '',
  });

/** Those looked up most stand first: the reader of the file knows by it which comes first in a topic. */
function wantedPorts(
  names: ReadonlyMap<string, NameEntry>,
  records: readonly PortRecord[],
): Map<number, WantedPort> {
  const ports = new Map<number, WantedPort>();
  for (const record of records.toSorted((a, b) => fameOf(b) - fameOf(a) || a.port - b.port)) {
    const { page, port } = record;
    if (page)
      ports.set(port, {
        port,
        state: stateOf(record),
        title: page.title,
        topics: page.topics,
        names: [],
      });
  }
  const all = [...names.values()].flatMap(({ name, refs }) => refs.map((ref) => ({ name, ref })));
  for (const { name, ref } of all.sort((a, b) => b.ref.support - a.ref.support)) {
    if (AUTHORED.includes(ref.reason))
      ports.get(ref.port)?.names.push({ name, reason: ref.reason });
  }
  return ports;
}
