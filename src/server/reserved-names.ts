/** The words that are addresses of the site, or begin them: no service takes their place, whatever it is called. */

import { otherTags } from '../base/language-tags.ts';
import { keyOf } from '../features/search/fold.ts';
import { languages } from './redirects.ts';

const PAGES = [
  ...[
    'about',
    'api',
    'changes',
    'choose',
    'contribute',
    'faq',
    'feedback',
    'glossary',
    'guides',
    'help',
  ],
  ...[
    'index',
    'lookup',
    'new',
    'privacy',
    'programs',
    'attacks',
    'range',
    'search',
    'services',
    'share',
    'stats',
  ],
  ...['assets', 'data', 'llms', 'oembed', 'og', 'pagefind', 'robots', 'schema', 'sitemap'],
  ...['port', 'ports', 'tcp', 'udp', 'sctp', 'dccp', 'favicon', 'chart', 'opensearch'],
];

export const RESERVED: ReadonlySet<string> = new Set(
  [...PAGES, ...languages, ...otherTags.keys()].map(keyOf),
);
