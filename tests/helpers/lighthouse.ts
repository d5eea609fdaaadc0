/** Lighthouse on pages of a site that is being served, in a browser of its own. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright';
import { testBrowser } from './browser.ts';

export type Category = 'accessibility' | 'best-practices' | 'seo' | 'performance';

export interface Audited {
  address: string;
  /** Of 100, for each category. */
  scores: Partial<Record<Category, number>>;
  /** The audits that cost points: what, and where on the page. */
  failures: string[];
  /** In milliseconds, but for the shift of the layout. */
  measured: Record<string, number>;
}

const MEASURED = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'speed-index',
];

export async function auditPages(
  origin: string,
  addresses: readonly string[],
  categories: readonly Category[],
): Promise<Audited[]> {
  const profile = mkdtempSync(join(tmpdir(), 'portolan-lighthouse-'));
  const browser = await chromium.launchPersistentContext(profile, {
    ...testBrowser(),
    // Lighthouse speaks to the browser by a port; 0 lets the browser choose one.
    args: ['--remote-debugging-port=0', '--no-sandbox', '--disable-gpu', '--no-first-run'],
    // Lighthouse makes the page as small as a phone itself.
    viewport: null,
  });
  try {
    const port = await debuggingPort(profile);
    const audited: Audited[] = [];
    for (const address of addresses)
      audited.push(await auditPage(origin, address, port, categories));
    return audited;
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function debuggingPort(profile: string): Promise<number> {
  const file = join(profile, 'DevToolsActivePort');
  for (let attempt = 0; attempt < 100 && !existsSync(file); attempt++) await wait(100);
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
}

async function auditPage(
  origin: string,
  address: string,
  port: number,
  categories: readonly Category[],
): Promise<Audited> {
  const result = await lighthouse(
    new URL(address, origin).href,
    { port, logLevel: 'error' },
    { extends: 'lighthouse:default', settings: { onlyCategories: [...categories] } },
  );
  if (!result) throw new Error(`Lighthouse says nothing of ${address}`);
  const { audits, categories: found, runtimeError } = result.lhr;
  if (runtimeError) throw new Error(`${address}: ${runtimeError.message}`);
  const failures = Object.values(found).flatMap(({ auditRefs }) =>
    auditRefs
      .filter(({ weight }) => weight > 0)
      .map(({ id }) => audits[id])
      .filter((audit) => audit && audit.score !== null && audit.score < 1)
      .map((audit) => `${audit?.id}: ${audit?.title} ${placesOf(audit?.details)}`.trim()),
  );
  return {
    address,
    scores: Object.fromEntries(
      Object.entries(found).map(([id, { score }]) => [id, Math.round((score ?? 0) * 100)]),
    ),
    failures,
    measured: Object.fromEntries(
      MEASURED.flatMap((id) => {
        const value = audits[id]?.numericValue;
        return value === undefined ? [] : [[id, value]];
      }),
    ),
  };
}

/** The elements that an audit names, of the many things that it can tell. */
function placesOf(details: unknown): string {
  const selectors = JSON.stringify(details ?? {}).match(/"selector":"[^"]+"/g) ?? [];
  return [...new Set(selectors)].slice(0, 3).join(', ');
}
