/** The newest changes of the registry, as a feed. */
import type { Atlas } from '../../facts/atlas/atlas.ts';
import { capital } from '../../words/prose/words.ts';
import type { Feed, FeedEntry } from './atom.ts';
import { type ChangeEntry, recentChanges } from './changes.ts';

const MOST = 100;

export function changeFeed(atlas: Atlas): Feed {
  const changes = recentChanges(atlas, MOST);
  return {
    title: 'Portolan: changes of the port registry',
    subtitle: 'Ports that IANA assigned, renamed, withdrew or reserved, newest first.',
    self: '/changes.xml',
    page: '/changes',
    updated: atlas.sources.get('iana-history')?.date ?? changes[0]?.date ?? '',
    entries: changes.map(entryOf),
  };
}

function entryOf({ date, kind, port, ports, text, transports }: ChangeEntry): FeedEntry {
  const where = `${ports} ${transports.join(', ').toUpperCase()}`.trim();
  return {
    title: `${where}: ${capital(text)}`,
    id: `/${port}#${[kind, ...transports, date].join('-')}`,
    address: `/${port}#history`,
    updated: date,
    summary: `${capital(text)}.`,
  };
}
