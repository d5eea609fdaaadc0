/**
 * What ports are for: the fixed list of `topics:`, each with its label for readers.
 * Without zod: the browser reads it, too. The order is that of the front page.
 */
const TOPICS = {
  web: 'Web',
  mail: 'Mail',
  'remote-access': 'Remote access',
  databases: 'Databases',
  files: 'Files, storage and backup',
  'names-and-directories': 'Names and directories',
  messaging: 'Messaging and queues',
  calls: 'Voice and video calls',
  media: 'Music, pictures and television',
  printing: 'Printing',
  monitoring: 'Monitoring and logs',
  containers: 'Containers',
  cluster: 'Clusters and distributed computing',
  development: 'Software development',
  games: 'Games',
  'industry-and-home': 'Industry and home',
  vpn: 'VPN and tunnels',
  'network-management': 'Network management',
  security: 'Security',
  'peer-to-peer': 'Peer to peer',
  business: 'Business software',
  'back-doors': 'Historic back doors',
} as const;

export type Topic = keyof typeof TOPICS;

/** As headings say it. */
export const topicLabel = (topic: Topic): string => TOPICS[topic];

export const TOPIC_NAMES = Object.keys(TOPICS) as [Topic, ...Topic[]];
