/** An address without a page: the port or the name that it may have meant is offered. */
import { expect, test } from './watched.ts';

test('a port is read from the address', async ({ page }) => {
  const response = await page.goto('/services/of/8443.html');
  expect(response?.status()).toBe(404);
  await expect(page.locator('h1')).toHaveText('No page at this address');
  await page.locator('pn-not-found').getByRole('link', { name: 'Port 8443' }).click();
  await page.waitForURL('**/8443');
  await expect(page.locator('.number')).toHaveText('8443');
});

test('a number that is no port is called so', async ({ page }) => {
  await page.goto('/70000');
  await expect(page.locator('pn-not-found')).toContainText('70000 is no port');
  await expect(page.locator('pn-not-found a[href="/70000"]')).toHaveCount(0);
});

test('a name is offered to the search', async ({ page }) => {
  await page.goto('/no-such-service-anywhere');
  await expect(page.locator('pn-not-found a').last()).toHaveAttribute(
    'href',
    '/search?q=no%20such%20service%20anywhere',
  );
});

for (const [address, port] of [
  ['/postgress', 5432],
  ['/elasticsaerch', 9200],
  ['/services/wiregaurd.html', 51820],
] as const) {
  test(`${address}: the port that was meant comes first`, async ({ page }) => {
    const response = await page.goto(address);
    expect(response?.status()).toBe(404);
    await expect(page.locator('pn-not-found a').first()).toHaveAttribute('href', `/${port}`);
  });
}

test('a number with words about it is a number', async ({ page }) => {
  await page.goto('/no/such/port-8443');
  await expect(page.locator('pn-not-found a').first()).toHaveAttribute('href', '/8443');
});

test('without script there are the letters, the blocks and the search', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/postgress');
  await expect(page.getByRole('link', { name: 'P', exact: true })).toHaveAttribute(
    'href',
    '/services/p',
  );
  await expect(page.getByRole('link', { name: '5000-5999' })).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeVisible();
  await context.close();
});

test('port 404 is a port, and no missing page', async ({ page }) => {
  const response = await page.goto('/404');
  expect(response?.status()).toBe(200);
  await expect(page.locator('.number')).toHaveText('404');
});
