/** The newest changes of the registry as an Atom feed. */
import type { APIRoute } from 'astro';
import { capital } from '../prose/words.ts';
import { siteAtlas } from '../site/atlas.ts';
import { type ChangeEntry, recentChanges } from '../site/changes.ts';

const ENTRIES = 100;

export const GET: APIRoute = ({ site }) => {
  const changes = recentChanges(siteAtlas(), ENTRIES);
  const address = (path: string) => new URL(path, site).href;
  const updated = stamp(siteAtlas().sources.get('iana-history')?.date ?? changes[0]?.date ?? '');
  const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Portolan: changes of the port registry</title>
<id>${address('/changes')}</id>
<link href="${address('/changes')}"/>
<link rel="self" href="${address('/changes.xml')}"/>
<updated>${updated}</updated>
<author><name>Portolan</name></author>
${changes.map((change) => entry(change, address)).join('\n')}
</feed>
`;
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};

function entry(
  { date, kind, port, ports, text, transports }: ChangeEntry,
  address: (path: string) => string,
): string {
  const where = `${ports} ${transports.join(', ').toUpperCase()}`.trim();
  return `<entry><title>${escapeXml(`${where}: ${capital(text)}`)}</title><id>${address(`/${port}#${kind}-${transports.join('-')}-${date}`)}</id><link href="${address(`/${port}#history`)}"/><updated>${stamp(date)}</updated><summary>${escapeXml(`${capital(text)}.`)}</summary></entry>`;
}

/** Atom wants a moment; a month begins on its first day. */
function stamp(date: string): string {
  return `${date.length === 7 ? `${date}-01` : date}T00:00:00Z`;
}

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
