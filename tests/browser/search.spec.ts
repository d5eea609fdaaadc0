/** Results as one types, and the page of all results. */
import type { Page } from 'playwright/test';
import { expect, test } from './watched.ts';

const boxOf = (page: Page) =>
  page.getByRole('combobox', { name: 'Port number, service or program' });
const optionsOf = (page: Page) => page.getByRole('option');

for (const [typed, address] of [
  ['postgres', '/5432'],
  ['ssh', '/22'],
  ['5432/tcp', '/5432'],
  ['localhost:8080', '/8080'],
  ['redis', '/6379'],
] as const) {
  test(`‘${typed}’ offers ${address}`, async ({ page }) => {
    await page.goto('/');
    await boxOf(page).pressSequentially(typed);
    await expect(
      optionsOf(page).locator(`xpath=self::*[@href="${address}"]`).first(),
    ).toBeVisible();
    await expect(boxOf(page)).toHaveAttribute('aria-expanded', 'true');
  });
}

test('arrow keys choose a result, Enter opens it', async ({ page }) => {
  await page.goto('/');
  await boxOf(page).pressSequentially('postgres');
  await expect(optionsOf(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  const chosen = page.locator('[role=option][aria-selected=true]');
  await expect(chosen).toHaveCount(1);
  await expect(boxOf(page)).toHaveAttribute(
    'aria-activedescendant',
    (await chosen.getAttribute('id')) ?? '',
  );
  const address = await chosen.getAttribute('href');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${address}`);
});

test('Escape closes the results and leaves what was typed', async ({ page }) => {
  await page.goto('/');
  await boxOf(page).pressSequentially('postgres');
  await expect(optionsOf(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(optionsOf(page)).toHaveCount(0);
  await expect(boxOf(page)).toHaveAttribute('aria-expanded', 'false');
  await expect(boxOf(page)).toHaveValue('postgres');
});

for (const width of [320, 390, 480, 640, 768, 1280]) {
  test(`the results are within a view of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/3330');
    await boxOf(page).pressSequentially('post');
    await expect(optionsOf(page).first()).toBeVisible();
    const box = await page.locator('.found').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? width)).toBeLessThanOrEqual(width);
  });
}

test('the page of the search keeps the question in its address', async ({ page }) => {
  await page.goto('/search?q=postgres');
  await expect(page.locator('pn-search a[href="/5432"]').first()).toBeVisible();
  await expect(page).toHaveTitle(/^postgres/);
  await boxOf(page).fill('redis');
  await page.keyboard.press('Enter');
  await expect(page.locator('pn-search a[href="/6379"]').first()).toBeVisible();
  expect(new URL(page.url()).searchParams.get('q')).toBe('redis');
  await page.goBack();
  await expect(page.locator('pn-search a[href="/5432"]').first()).toBeVisible();
  await expect(boxOf(page)).toHaveValue('postgres');
});

test('what is not known is said not to be found', async ({ page }) => {
  await page.goto('/search?q=qzxqzxqzx');
  await expect(page.locator('pn-search')).toContainText('Nothing found');
});
