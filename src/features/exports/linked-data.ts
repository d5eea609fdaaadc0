/** Pages and files as schema.org sees them, for search engines: the objects that stand as JSON-LD in the head. */

import { blockAddress, blockName, blockOf } from '../../base/addresses.ts';
import type { PortRecord } from '../../facts/atlas/record.ts';
import type { Source } from '../../facts/schemas/sources.ts';
import { cardAddress } from '../../words/card-address.ts';

export type LinkedData = Record<string, unknown>;

/** As the content of a <script>: no text can end it. */
export const jsonLd = (...things: LinkedData[]): string => {
  const [only] = things;
  const data = things.length === 1 ? only : { '@graph': things };
  return JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
};

/** The way to the page. The front door goes without saying, and so does the address of the page itself. */
function breadcrumbs({ port }: PortRecord, site: URL): LinkedData {
  const block = blockOf(port);
  const steps = [
    { name: blockName(block), item: new URL(blockAddress(block), site).href },
    { name: `Port ${port}` },
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      ...step,
    })),
  };
}

/** A documented port's page; as old as the author's last words, else as the registry. */
export interface ArticleFacts {
  title: string;
  /** From the root. */
  address: string;
  registryDate: string;
}

function article(
  record: PortRecord,
  { address, registryDate, title }: ArticleFacts,
  site: URL,
): LinkedData {
  return {
    '@type': 'TechArticle',
    headline: title,
    url: new URL(address, site).href,
    image: new URL(cardAddress(record), site).href,
    dateModified: record.page?.updated ?? registryDate,
    author: { '@type': 'Organization', name: 'Portolan', url: site.href },
  };
}

/** What the head of a documented port's page says: that it is an article, and where. The others have no room. */
export const linkedData = (record: PortRecord, facts: ArticleFacts, site: URL): string =>
  record.documented ? jsonLd(article(record, facts, site), breadcrumbs(record, site)) : '';

/** One of the files with all ports. */
export interface BulkFile {
  path: string;
  type: string;
}

export function dataset(
  sources: readonly Source[],
  files: readonly BulkFile[],
  site: URL,
): LinkedData {
  return {
    '@type': 'Dataset',
    name: 'Portolan: TCP and UDP ports',
    description:
      'What is known of each TCP and UDP port from 0 to 65535: its status and services in ' +
      'IANA’s registry with their history, what port lists call it, the systems that use it ' +
      'for outgoing connections, and whether browsers refuse it.',
    url: new URL('/about', site).href,
    creator: { '@type': 'Organization', name: 'Portolan', url: site.href },
    dateModified: sources.find(({ id }) => id === 'iana')?.date,
    isAccessibleForFree: true,
    keywords: ['TCP ports', 'UDP ports', 'IANA service names', 'port numbers'],
    license: new URL('/about#sources', site).href,
    isBasedOn: [...new Set(sources.map(({ url }) => url))],
    distribution: files.map(({ path, type }) => ({
      '@type': 'DataDownload',
      contentUrl: new URL(path, site).href,
      encodingFormat: type,
    })),
  };
}
