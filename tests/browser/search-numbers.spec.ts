/** Numbers in the search box: answered at once, from what the script knows by itself. */
import type { Page } from 'playwright/test';
import { openAtlas } from '../../src/facts/atlas/atlas.ts';
import { boxOf, openWithBox, optionsOf, resultsOf } from './results.ts';
import { expect, isBrowsersOwn, test } from './watched.ts';

/** The addresses asked for from now on. */
async function requestsOf(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  const requests: string[] = [];
  page.on('request', (request) => {
    if (!isBrowsersOwn(request)) requests.push(request.url());
  });
  return requests;
}

const portsOf = async (page: Page) =>
  (await resultsOf(page))
    .filter(({ href }) => /^\/\d+$/.test(href))
    .map(({ href }) => Number(href.slice(1)));

test('the port itself comes first, then the documented ports that begin so', async ({ page }) => {
  await openWithBox(page, '/3330');
  const documented = openAtlas().documented();
  await page.keyboard.press('/');
  for (const typed of ['5', '54', '543', '5432']) {
    await page.keyboard.type(typed.slice(-1));
    const [first, ...others] = await portsOf(page);
    expect(first).toBe(Number(typed));
    for (const port of others) {
      expect(String(port).startsWith(typed)).toBe(true);
      expect(documented).toContain(port);
    }
  }
  const first = optionsOf(page).first();
  await expect(first).toContainText('PostgreSQL');
  // What it is comes a little later, from the file of these hundred ports.
  await expect(first).toContainText('TCP, UDP · assigned');
});

test('a number is answered before anything is fetched', async ({ page }) => {
  await openWithBox(page, '/3330');
  const requests = await requestsOf(page);
  await page.context().setOffline(true);
  await boxOf(page).fill('5432');
  await expect(optionsOf(page).first()).toContainText('5432 PostgreSQL');
  await page.context().setOffline(false);
  expect(requests.filter((address) => !/search-worker|pagefind/.test(address))).toEqual([]);
});

test('the names of numbers that the box does not know come with their lines', async ({ page }) => {
  await openWithBox(page, '/3330');
  await boxOf(page).fill('3403');
  await expect(optionsOf(page).first()).toContainText('CopySnap');
});

test('a list shows each of its ports, in its order', async ({ page }) => {
  await openWithBox(page, '/3330');
  await boxOf(page).fill('443, 22,80');
  expect((await portsOf(page)).slice(0, 3)).toEqual([443, 22, 80]);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search?*');
  await expect(page.locator('.hits a').first()).toContainText('443 HTTPS');
});

for (const typed of [
  '5432/tcp',
  'tcp/5432',
  ':5432',
  'localhost:5432',
  '0x1538',
  'port 5432',
  'what runs on port 5432?',
  'ポート 5432',
  '５４３２',
  '٥٤٣٢',
  '५४३२',
]) {
  test(`‘${typed}’ is 5432, and Enter goes there`, async ({ page }) => {
    await openWithBox(page, '/3330');
    await boxOf(page).fill(typed);
    expect((await portsOf(page))[0]).toBe(5432);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/5432');
  });
}

test('a range shows the documented ports in it', async ({ page }) => {
  await openWithBox(page, '/3330');
  await boxOf(page).fill('6881-6889');
  const ports = await portsOf(page);
  expect(ports[0]).toBe(6881);
  expect(ports.length).toBeGreaterThan(5);
  for (const port of ports) expect(port).toBeLessThanOrEqual(6889);
});

test('70000 is told where ports end', async ({ page }) => {
  await openWithBox(page, '/3330');
  await boxOf(page).fill('70000');
  await expect(page.locator('pn-search [role=status]')).toContainText('ports end at 65535');
  await expect(optionsOf(page)).toHaveCount(0);
});
