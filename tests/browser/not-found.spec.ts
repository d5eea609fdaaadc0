/** An address without a page: the port or the name that it may have meant is offered. */
import { expect, test } from './watched.ts';

test('a port is read from the address', async ({ page }) => {
  const response = await page.goto('/services/of/8443.html');
  expect(response?.status()).toBe(404);
  await expect(page.locator('h1')).toHaveText('No page at this address');
  await page.locator('pn-lost').getByRole('link', { name: 'Port 8443' }).click();
  await page.waitForURL('**/8443');
  await expect(page.locator('.number')).toHaveText('8443');
});

test('a number that is no port is called so', async ({ page }) => {
  await page.goto('/70000');
  await expect(page.locator('pn-lost')).toContainText('70000 is no port');
  await expect(page.locator('pn-lost a[href="/70000"]')).toHaveCount(0);
});

test('a name is offered to the search', async ({ page }) => {
  await page.goto('/postgres-database');
  await expect(page.locator('pn-lost a')).toHaveAttribute('href', '/search?q=postgres-database');
});

test('port 404 is a port, and no missing page', async ({ page }) => {
  const response = await page.goto('/404');
  expect(response?.status()).toBe(200);
  await expect(page.locator('.number')).toHaveText('404');
});
