/** One reading of every page of the built site, by two threads. */
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { factsOf, type PageFacts } from './page-facts.ts';
import { inSite } from './site-files.ts';

export interface PageEntry
  extends Pick<PageFacts, 'titles' | 'descriptions' | 'canonicals' | 'headings' | 'statuses'> {
  file: string;
  bytes: number;
}

export interface Finding {
  kind: 'parse error' | 'repeated id' | 'request elsewhere' | 'dead anchor' | 'broken address';
  file: string;
  text: string;
}

export interface Share {
  pages: PageEntry[];
  findings: Finding[];
  /** Each address within the site that any page names, with a page that does. */
  links: Map<string, string>;
}

const THREADS = 2;

export async function scan(files: readonly string[]): Promise<Share> {
  const shares = await Promise.all(
    Array.from({ length: THREADS }, (_, index) =>
      scanShare(files.filter((_, place) => place % THREADS === index)),
    ),
  );
  return {
    pages: shares.flatMap(({ pages }) => pages),
    findings: shares.flatMap(({ findings }) => findings),
    links: new Map(shares.flatMap(({ links }) => [...links])),
  };
}

function scanShare(files: readonly string[]): Promise<Share> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./scan-worker.ts', import.meta.url), { workerData: files });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** The ids that a link into this page may name. */
export function idsOf(file: string): Set<string> {
  return new Set(factsOf(readFileSync(inSite(file), 'utf8')).ids);
}
