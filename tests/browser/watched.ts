/**
 * The test function of all browser tests. Each is watched: it fails if a page breaks its
 * Content-Security-Policy, writes a warning or an error, throws, misses a file, or asks another
 * host for anything.
 */
import { type BrowserContext, test as base, expect, type Request } from 'playwright/test';
import { Coverage } from '../helpers/coverage.ts';

export { expect };

interface Watch {
  complaints: string[];
}

interface Worker {
  coverage: Coverage;
}

export const test = base.extend<Watch, Worker>({
  coverage: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it which fixtures are needed.
    async ({}, use, { workerIndex }) => {
      const coverage = new Coverage();
      await use(coverage);
      coverage.write('test-results/coverage', `${workerIndex}`);
    },
    { scope: 'worker' },
  ],
  page: async ({ coverage, javaScriptEnabled, page }, use) => {
    // Where no script runs, there is none to cover.
    if (javaScriptEnabled === false) return use(page);
    await page.coverage.startJSCoverage({ resetOnNavigation: false });
    await use(page);
    if (!page.isClosed()) coverage.add(await page.coverage.stopJSCoverage());
  },
  complaints: [
    async ({ context, baseURL }, use) => {
      const complaints: string[] = [];
      await watch(context, new URL(baseURL ?? '').origin, (text) => complaints.push(text));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/** The browser asks for the site's icon when it likes, and not because the page does. */
export function isBrowsersOwn(request: Request): boolean {
  return /^\/favicon\.(svg|ico)$/.test(new URL(request.url()).pathname);
}

async function watch(
  context: BrowserContext,
  origin: string,
  complain: (text: string) => void,
): Promise<void> {
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) => {
      console.error(`security policy: ${violatedDirective} forbids ${blockedURI}`);
    });
  });
  context.on('console', (message) => {
    // Missing files are counted below; that a page is not found is not yet a fault.
    if (message.text().startsWith('Failed to load resource')) return;
    if (['error', 'warning'].includes(message.type())) complain(message.text());
  });
  context.on('weberror', (error) => complain(String(error.error())));
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url))
      complain(`asked for ${url}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      complain(`${response.status()} for ${response.url()}`);
  });
}
