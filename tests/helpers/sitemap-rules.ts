/** The limits and the form of the sitemap protocol, version 0.9. */
import { childrenNamed, parseXml } from './xml.ts';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const MOST_ADDRESSES = 50_000;
const MOST_BYTES = 50 * 1024 * 1024;
const MOST_LETTERS = 2048;
const CHILDREN = { urlset: 'url', sitemapindex: 'sitemap' } as const;

export interface Sitemap {
  addresses: string[];
  dates: (string | undefined)[];
  faults: string[];
}

export function readSitemap(text: string, root: keyof typeof CHILDREN): Sitemap {
  const document = parseXml(text);
  const entries = document.children.map((entry) => ({
    entry,
    address: childrenNamed(entry, 'loc')[0]?.text ?? '',
    date: childrenNamed(entry, 'lastmod')[0]?.text,
  }));
  const addresses = entries.map(({ address }) => address);
  const faults = [
    document.uri === NAMESPACE && document.name === root ? '' : `no ${root}`,
    addresses.length === 0 ? 'empty' : '',
    addresses.length > MOST_ADDRESSES ? `${addresses.length} addresses` : '',
    Buffer.byteLength(text) > MOST_BYTES ? 'too many bytes' : '',
    new Set(addresses).size < addresses.length ? 'an address twice' : '',
    ...entries.map(({ address, date, entry }) => {
      if (entry.name !== CHILDREN[root]) return `${entry.name} in ${root}`;
      if (childrenNamed(entry, 'loc').length !== 1) return 'an entry without one address';
      if (!URL.canParse(address) || address.length >= MOST_LETTERS) return `no address: ${address}`;
      if (date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(date)) return `no date: ${date}`;
      return '';
    }),
  ].filter((fault) => fault !== '');
  return { addresses, dates: entries.map(({ date }) => date), faults };
}
