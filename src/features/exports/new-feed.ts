/** What was written: new and changed pages of ports, and guides, newest first, as a feed. */
import type { Atlas } from '../../facts/atlas/atlas.ts';
import type { GuideNote } from '../../facts/guides.ts';
import { portTitle } from '../../words/prose/port-title.ts';
import type { Feed, FeedEntry } from './atom.ts';

export function newFeed(atlas: Atlas, guides: readonly GuideNote[]): Feed {
  const entries = [...guides.map(guideEntry), ...portEntries(atlas)].sort((a, b) =>
    a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0,
  );
  return {
    title: 'Portolan: new and updated pages',
    subtitle: 'Pages of ports and guides as they are written or changed in substance.',
    self: '/new.xml',
    page: '/',
    updated: entries[0]?.updated ?? atlas.sources.get('iana')?.date ?? '',
    entries,
  };
}

function guideEntry({ address, summary, title, updated }: GuideNote): FeedEntry {
  return { title, id: address, address, updated, summary };
}

function portEntries(atlas: Atlas): FeedEntry[] {
  return [...atlas.authored()]
    .sort((a, b) => a - b)
    .flatMap((port) => {
      const { page } = atlas.port(port);
      if (!page) return [];
      const { summary, updated } = page;
      const address = `/${port}`;
      return [{ title: portTitle(page), id: address, address, updated, summary }];
    });
}
