/**
 * The maps of the site for search engines: one of the pages that are no port's, one of the documented
 * ports, and the other ports in as many as the limit asks for.
 *
 * A date is given only where one is known: of what an author wrote, the day on which they last
 * changed it; of what is made of IANA's registry alone, the day of the copy.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SITEMAP_ADDRESS } from '../base/addresses.ts';
import { escapeHtml } from '../base/escape.ts';
import { fileOf, portOfFile } from '../base/page-files.ts';
import { absolute } from '../base/site-address.ts';
import { TRANSLATED, translatedAddress } from '../base/translated-pages.ts';
import type { Atlas } from '../facts/atlas/atlas.ts';
import { allGuides, type GuideNote } from '../facts/guides.ts';

/** Of the protocol; its other limit, 50 MB, is far away with addresses as short as these. */
export const MOST_IN_A_MAP = 50_000;

interface Place {
  address: string;
  /** The same page in other languages, each with its language. */
  translations?: readonly (readonly [code: string, address: string])[];
  changed?: string | undefined;
}

export function writeSitemaps(folder: string, atlas: Atlas): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.slice(0, -'.html'.length).replaceAll('\\', '/'));
  const files = sitemapFiles({
    pages: pagePlaces(folder, names, atlas),
    ports: portPlaces(names, atlas),
    documented: new Set(atlas.documented()),
  });
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  return files.size;
}

interface Places {
  pages: Place[];
  ports: (Place & { port: number })[];
  documented: ReadonlySet<number>;
}

/** By name; the index, which names the others, is the last. */
export function sitemapFiles({ documented, pages, ports }: Places): Map<string, string> {
  const maps: [string, Place[]][] = [
    ...partsOf('pages', pages),
    ...partsOf(
      'documented',
      ports.filter(({ port }) => documented.has(port)),
    ),
    ...partsOf(
      'undocumented',
      ports.filter(({ port }) => !documented.has(port)),
    ),
  ];
  const files = new Map(maps.map(([name, places]) => [name, mapOf('urlset', 'url', places)]));
  const index = maps.map(([name]) => ({ address: `/${name}` }));
  return files.set(SITEMAP_ADDRESS.slice(1), mapOf('sitemapindex', 'sitemap', index));
}

function partsOf(kind: string, places: Place[]): [string, Place[]][] {
  if (places.length <= MOST_IN_A_MAP)
    return places.length === 0 ? [] : [[`sitemap-${kind}.xml`, places]];
  return Array.from({ length: Math.ceil(places.length / MOST_IN_A_MAP) }, (_, index) => [
    `sitemap-${kind}-${index + 1}.xml`,
    places.slice(index * MOST_IN_A_MAP, (index + 1) * MOST_IN_A_MAP),
  ]);
}

function mapOf(root: string, entry: string, places: readonly Place[]): string {
  const lines = places.map(({ address, changed, translations = [] }) => {
    const date = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`;
    const others = translations.map(([code, other]) => linkTo(code, other)).join('');
    return `<${entry}><loc>${escapeHtml(absolute(address))}</loc>${date}${others}</${entry}>`;
  });
  const links = places.some(({ translations }) => translations);
  const namespace = links ? ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' : '';
  return `<?xml version="1.0" encoding="utf-8"?>
<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${namespace}>
${lines.join('\n')}
</${root}>
`;
}

const linkTo = (code: string, address: string): string =>
  `<xhtml:link rel="alternate" hreflang="${code}" href="${escapeHtml(absolute(address))}"/>`;

/** Each of them names all of them, as search engines ask for. */
function translatedTo(port: number): Pick<Place, 'translations'> {
  if (!TRANSLATED.ports.includes(port)) return {};
  const others = TRANSLATED.languages.map((code) => [code, translatedAddress(code, port)] as const);
  return { translations: [...others, ['en', `/${port}`]] };
}

const NOT_FOUND = '404';
/** The page of port 404 has a file of another name. */
const isPort = (name: string) => name === fileOf(404) || (name !== NOT_FOUND && /^\d+$/.test(name));

function portPlaces(names: readonly string[], atlas: Atlas): Places['ports'] {
  const authored = atlas.authored();
  return names
    .filter(isPort)
    .map(portOfFile)
    .sort((a, b) => a - b)
    .map((port) => ({
      port,
      address: `/${port}`,
      changed: authored.has(port) ? atlas.port(port).page?.updated : undefined,
      ...translatedTo(port),
    }));
}

/** All that search engines are not kept from. */
function pagePlaces(folder: string, names: readonly string[], atlas: Atlas): Place[] {
  const guides = allGuides();
  return names
    .filter((name) => name !== NOT_FOUND && !isPort(name))
    .filter((name) => !/<meta name="robots" content="noindex"/.test(readHead(folder, name)))
    .map((name) => (name === 'index' ? '/' : `/${name}`))
    .sort()
    .map((address) => ({
      address,
      changed: changeOf(address, guides, atlas),
      ...translatedTo(Number(/^\/[^/]+\/(\d+)$/.exec(address)?.[1] ?? Number.NaN)),
    }));
}

const readHead = (folder: string, name: string) =>
  readFileSync(join(folder, `${name}.html`), 'utf8').split('</head>', 1)[0] ?? '';

function changeOf(address: string, guides: readonly GuideNote[], atlas: Atlas) {
  if (/^\/(changes$|services|range\/)/.test(address)) return atlas.sources.get('iana')?.date;
  return guides.find((guide) => guide.address === address)?.updated;
}
