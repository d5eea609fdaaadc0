/** A vote, all the way: from the page, with and without script, to what is stored. */
import { expect, type Page, test } from 'playwright/test';
import { DIST } from '../../src/base/folders.ts';
import type { StoredAnswer } from '../../src/feedback/store.ts';
import { contentSecurityPolicy } from '../../src/server/headers.ts';
import { listen } from '../../src/server/listen.ts';
import { both } from '../../src/server/serve-folder.ts';
import { createSite } from '../../src/server/site.ts';
import { type Service, startService } from '../helpers/feedback/service.ts';

/** A page from another host, and the host that takes its answers. */
let site: Awaited<ReturnType<typeof listen>>;
let service: Service;

test.beforeAll(async () => {
  // Made first, so that the service can be told whose pages it is to listen to.
  let inner: Service | undefined;
  const pages = createSite({ folder: DIST });
  site = await listen(
    {
      fetch: (request, env) =>
        inner ? both(inner, pages).fetch(request, env) : pages.fetch(request),
    },
    0,
  );
  service = await startService({ proxies: 0, origins: [`http://localhost:${site.port}`] });
  inner = service;
});
test.afterAll(async () => {
  await site.close();
  await service.close();
});

const addressOf = (path: string) => `http://localhost:${site.port}${path}`;

async function storedOf(port: number): Promise<Partial<StoredAnswer>[]> {
  const answers = await service.stored({ port });
  return answers.map(({ face, locale, note, reasons }) => ({ face, locale, note, reasons }));
}

/** The form as it is once its script has come. */
async function openForm(page: Page, path: string) {
  await page.goto(addressOf(path));
  const form = page.locator('form#feedback');
  await form.scrollIntoViewIfNeeded();
  await expect(form.locator('[role=status]')).toBeAttached();
  return form;
}

test('a vote with a script stays on the page, asks what was wrong and says thanks', async ({
  page,
}) => {
  const form = await openForm(page, '/22');
  await expect(form.locator('textarea')).toBeHidden();
  await form.getByText('Partly', { exact: true }).click();
  await form.getByText('It is out of date').click();
  await form.locator('textarea').fill('Since 2024.');
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Thank you' })).toBeFocused();
  await expect(page).toHaveURL(addressOf('/22'));
  expect(await storedOf(22)).toEqual([
    { face: 'partly', locale: 'en', note: 'Since 2024.', reasons: ['outdated'] },
  ]);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a vote leads to a page that thanks, asks what was wrong, and leads back', async ({
    page,
  }) => {
    await page.goto(addressOf('/25'));
    const form = page.locator('form#feedback');
    await form.getByText('No', { exact: true }).click();
    await form.getByRole('button').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Thank you/);
    expect(await storedOf(25)).toEqual([{ face: 'no', locale: 'en', note: '', reasons: [] }]);
    await page.getByLabel('A fact is wrong').check();
    await page.getByRole('textbox').fill('It is <25> & more.\nReally.');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Thank you/);
    await expect(page.locator('form')).toHaveCount(0);
    expect(await storedOf(25)).toEqual([
      { face: 'no', locale: 'en', note: 'It is <25> & more.\nReally.', reasons: ['wrong'] },
    ]);
    await page.getByRole('link').click();
    await expect(page).toHaveURL(addressOf('/25'));
  });
});

for (const [code, port, face, thanks] of [
  ['de', 80, 'yes', /gespeichert/],
  ['ar', 443, 'no', /شكر/],
  ['ja', 404, 'partly', /ありがとう/],
] as const) {
  test(`in ${code}`, async ({ page }) => {
    const form = await openForm(page, `/${port}?lang=${code}`);
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    await form.locator(`[name=face][value=${face}]`).check();
    await form.getByRole('button').click();
    await expect(form.locator('[role=status]')).toHaveText(thanks);
    expect(await storedOf(port)).toEqual([{ face, locale: code, note: '', reasons: [] }]);
  });
}

test('offline, the answer is kept; online again it is sent once, and the page says so', async ({
  context,
  page,
}) => {
  const form = await openForm(page, '/2');
  await context.setOffline(true);
  await form.getByText('Yes', { exact: true }).click();
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form.locator('[role=status]')).toHaveText(/could not be sent.*later/);
  expect(await storedOf(2)).toEqual([]);
  await context.setOffline(false);
  await expect(form.locator('[role=status]')).toHaveText(/^Thank you/);
  expect(await storedOf(2)).toEqual([{ face: 'yes', locale: 'en', note: '', reasons: [] }]);
});

test('a service that is away: the answer is kept, and sent from the next page', async ({
  page,
}) => {
  await page.route('**/api/feedback', (route) => route.fulfill({ status: 503 }), { times: 1 });
  const form = await openForm(page, '/0');
  await form.getByText('Yes', { exact: true }).click();
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form.locator('[role=status]')).toHaveText(/later/);
  const next = await openForm(page, '/22');
  await expect(next.locator('[role=status]')).toHaveText(/^Thank you/);
  expect(await storedOf(0)).toHaveLength(1);
});

/** As a site is built with PORTOLAN_FEEDBACK: the form names the other host, and the policy allows it. */
async function serveFromElsewhere(page: Page, path: string): Promise<void> {
  const other = `http://127.0.0.1:${service.port}/api/feedback`;
  await page.route(addressOf(path), async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('action="/api/feedback"', `action="${other}"`);
    const headers = response.headers();
    headers['content-security-policy'] = contentSecurityPolicy(other);
    await route.fulfill({ response, body, headers });
  });
}

test('on a page of another origin, with a script', async ({ page }) => {
  await serveFromElsewhere(page, '/3330');
  const form = await openForm(page, '/3330');
  await form.getByText('Yes', { exact: true }).click();
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form.locator('[role=status]')).toHaveText(/^Thank you/);
  expect(await storedOf(3330)).toHaveLength(1);
});

test.describe('on a page of another origin, without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the vote is stored, and the way back leads to the page', async ({ page }) => {
    await serveFromElsewhere(page, '/6379');
    await page.goto(addressOf('/6379'));
    await page.locator('form#feedback').getByText('No', { exact: true }).click();
    await page.locator('form#feedback').getByRole('button').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Thank you/);
    await page.getByRole('link').click();
    await expect(page).toHaveURL(addressOf('/6379'));
    expect(await storedOf(6379)).toHaveLength(1);
  });
});
