/** The ports of each topic, those looked up most first, from the records. Runs in the build. */
import { TOPIC_NAMES, type Topic } from '../../base/topics.ts';
import { knownUses } from '../../facts/atlas/known-uses.ts';
import type { PortRecord } from '../../facts/atlas/record.ts';
import { backdoorLabels, serviceLabels } from '../../words/prose/names.ts';

/** What a program does on a port, where a table says so, and the topic that this is. */
const ROLES: readonly [Topic, RegExp][] = [
  ['databases', /\b(database|sql|cql)\b/i],
  ['mail', /\b(smtp|imap|pop3|mail)\b/i],
  ['vpn', /\b(vpn|tunnel)/i],
  ['messaging', /\b(mqtt|amqp|stomp|message|messaging|broker)\b/i],
  ['calls', /\b(sip|rtp|webrtc|stun|turn|voice|call|conferenc)/i],
  ['media', /\b(rtsp|rtmp|stream|video|media|dlna)/i],
  ['printing', /\bprint/i],
  ['remote-access', /\b(ssh|rdp|vnc|remote desktop|remote control|terminal)\b/i],
  ['files', /\b(file|ftp|nfs|smb|backup|object storage|s3)\b/i],
  ['containers', /\b(kubelet|kubernetes|docker|container)/i],
  ['monitoring', /\b(metrics|logs?|traces|monitoring|syslog)\b/i],
];

const lists = (labels: PortRecord['labels']) => new Set(labels.map(({ source }) => source)).size;

/**
 * How many lists name a port: a measure of how often it is looked up. Lists of back doors only decide
 * between two of the same rank.
 */
export const fameOf = ({ labels, page }: PortRecord): number =>
  lists(serviceLabels(labels)) + (page ? 3 : 0) + lists(backdoorLabels(labels)) / 100;

function topicsOf(record: PortRecord): readonly Topic[] {
  if (record.page) return record.page.topics;
  const topics = new Set<Topic>();
  if (record.games.some(({ standing, wide }) => standing === 'established' && !wide))
    topics.add('games');
  if (record.devices.some(({ wide }) => !wide)) topics.add('industry-and-home');
  if (backdoorLabels(record.labels).length > 0) topics.add('back-doors');
  for (const { role, standing } of knownUses(record)) {
    if (standing !== 'established') continue;
    for (const [topic, pattern] of ROLES) if (pattern.test(role)) topics.add(topic);
  }
  return [...topics];
}

/** Those with a page first; of these, those that the topic is the first of. */
export function portsByTopic(records: readonly PortRecord[]): Map<Topic, PortRecord[]> {
  const ports = new Map<Topic, PortRecord[]>(TOPIC_NAMES.map((topic) => [topic, []]));
  for (const record of records)
    for (const topic of topicsOf(record)) ports.get(topic)?.push(record);
  for (const [topic, list] of ports) {
    const rank = (record: PortRecord) =>
      (topic === 'back-doors' ? lists(backdoorLabels(record.labels)) : fameOf(record)) +
      (record.page?.topics[0] === topic ? 6 : 0) +
      (record.page ? 100 : 0);
    list.sort((a, b) => rank(b) - rank(a) || a.port - b.port);
  }
  return ports;
}
