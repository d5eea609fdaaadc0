/** An Atom feed (RFC 4287), from entries that know nothing of XML. */

import { escapeHtml } from '../../base/escape.ts';
import { absolute } from '../../base/site-address.ts';

export interface FeedEntry {
  title: string;
  /** Unlike any other entry's, and the same for ever; from the root of the site. */
  id: string;
  address: string;
  /** A day or a month. */
  updated: string;
  summary: string;
}

export interface Feed {
  title: string;
  subtitle: string;
  /** Where the feed is, and the page that it belongs to; from the root of the site. */
  self: string;
  page: string;
  updated: string;
  entries: readonly FeedEntry[];
}

export const ATOM_TYPE = 'application/atom+xml; charset=utf-8';

export function atomFeed({ entries, page, self, subtitle, title, updated }: Feed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>${escapeHtml(title)}</title>
<subtitle>${escapeHtml(subtitle)}</subtitle>
<id>${href(self)}</id>
<link rel="self" type="application/atom+xml" href="${href(self)}"/>
<link rel="alternate" type="text/html" href="${href(page)}"/>
<updated>${moment(updated)}</updated>
<author><name>Portolan</name><uri>${href('/about')}</uri></author>
<icon>${href('/favicon.svg')}</icon>
${entries.map(entryOf).join('\n')}
</feed>
`;
}

function entryOf({ address, id, summary, title, updated }: FeedEntry): string {
  return (
    `<entry><title>${escapeHtml(title)}</title><id>${href(id)}</id>` +
    `<link rel="alternate" type="text/html" href="${href(address)}"/>` +
    `<updated>${moment(updated)}</updated><summary>${escapeHtml(summary)}</summary></entry>`
  );
}

const href = (path: string) => escapeHtml(absolute(path));

/** Atom wants a moment; a month begins on its first day. */
const moment = (date: string) => `${date.length === 7 ? `${date}-01` : date}T00:00:00Z`;
