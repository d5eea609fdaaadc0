/** The page of all results: its filters are in its address. */
import { openAtlas } from '../../src/facts/atlas/atlas.ts';
import { boxOf } from './results.ts';
import { expect, test } from './watched.ts';

test('holds its filters in the address, and Back undoes them', async ({ page }) => {
  await page.goto('/search?q=mail');
  const hits = page.locator('.hits a');
  const ports = () =>
    hits.evaluateAll((links) => links.map((link) => Number(link.getAttribute('href')?.slice(1))));
  await expect(hits.first()).toBeVisible();
  await page.getByLabel('Range').selectOption('system');
  await expect(page).toHaveURL(/\?q=mail&range=system$/);
  await expect.poll(async () => Math.max(...(await ports()))).toBeLessThan(1024);
  await page.getByLabel('Transport').selectOption('udp');
  await expect(page).toHaveURL(/\?q=mail&range=system&transport=udp$/);
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/\?q=mail$/);
  await expect(page.getByLabel('Range')).toHaveValue('');
  await expect.poll(async () => Math.max(...(await ports()))).toBeGreaterThan(1024);
});

test('shows what a link to it asks for', async ({ page }) => {
  await page.goto('/search?q=tls&story=yes&status=assigned');
  await expect(page.getByLabel('Story')).toHaveValue('yes');
  await expect(page.getByLabel('Status')).toHaveValue('assigned');
  const authored = openAtlas().authored();
  await expect(page.getByRole('heading', { name: 'Pages with these words' })).toBeVisible();
  for (const link of await page.locator('.hits a').all())
    expect(authored).toContain(Number((await link.getAttribute('href'))?.slice(1)));
});

test('tells names and states of the ports that begin with a number', async ({ page }) => {
  await page.goto('/search?q=54&transport=tcp');
  const hits = page.locator('.hits li');
  await expect(hits.first()).toContainText('54 xns-ch');
  await expect(hits.first()).toContainText('TCP, UDP · assigned');
  const before = await hits.count();
  await page.getByRole('button', { name: 'More' }).click();
  expect(await hits.count()).toBeGreaterThan(before);
  await page.getByLabel('Transport').selectOption('');
  await page.getByLabel('Status').selectOption('unassigned');
  await expect(hits.first()).toContainText('unassigned');
});

test('an address that asks for one port leads to its page', async ({ page }) => {
  await page.goto('/about');
  await page.goto('/search?q=tcp/5432');
  await page.waitForURL('**/5432');
  await page.goBack();
  await expect(page).toHaveURL(/\/about$/);
});

test('searches anew from the box, and goes to a port', async ({ page }) => {
  await page.goto('/search?q=redis');
  await expect(page.locator('.hits li').first()).toContainText('6379');
  await boxOf(page).fill('kafka');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?q=kafka$/);
  await expect(page.locator('.hits li').first()).toContainText('9092');
  await expect(page.getByRole('listbox')).toBeHidden();
  await page.goBack();
  await expect(page.locator('.hits li').first()).toContainText('6379');
  await boxOf(page).fill('22');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/22');
});

test('says so where there is nothing, or no such port', async ({ page }) => {
  await page.goto('/search?q=qqzzxxjj');
  await expect(page.locator('pn-results [role=status]')).toHaveText('Nothing found');
  await expect(page.getByRole('link', { name: 'Tell us' })).toBeVisible();
  await page.goto('/search?q=70000');
  await expect(page.locator('pn-results [role=status]')).toContainText('ports end at 65535');
});

test('explains an error message', async ({ page }) => {
  await page.goto('/search?q=ERR_UNSAFE_PORT');
  await expect(page.locator('.hits li').first()).toContainText('Browsers open no address');
});

test('a browser is told how to search here', async ({ page, request }) => {
  await page.goto('/');
  const address = await page.locator('link[rel=search]').getAttribute('href');
  const description = await (await request.get(address ?? '')).text();
  expect(description).toMatch(
    /<Url type="text\/html"[^>]* template="[^"]*\/search\?q=\{searchTerms\}"/,
  );
});

test('a topic is its ports, each with its name, its status and what it is', async ({ page }) => {
  await page.goto('/search?q=vpn+ports');
  const row = page.locator('.hits li', { hasText: '1194' }).first();
  await expect(row).toContainText('OpenVPN');
  await expect(row.locator('.st')).toContainText('assigned');
  await expect(row.locator('small').first()).not.toBeEmpty();
});

test('on a phone the filters come after the results', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/search?q=redis');
  await expect(page.locator('.hits li').first()).toContainText('6379');
  const topOf = async (selector: string) => (await page.locator(selector).last().boundingBox())?.y;
  // The list is made anew until all results are there.
  await expect(async () => {
    const [filters, last] = [await topOf('.filters'), await topOf('.hits li')];
    expect(filters).toBeGreaterThan(last ?? Number.POSITIVE_INFINITY);
  }).toPass();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('it leads to the port all the same', async ({ page }) => {
    await page.goto('/search?q=postgres');
    await expect(page.locator('.filters')).toBeHidden();
    await page.getByRole('link', { name: '5000-5999' }).click();
    await page.waitForURL('**/range/5000-5999');
  });
});
