/** Day and night: as the system says, until the reader chooses. */
import type { Page } from 'playwright/test';
import { expect, test } from './watched.ts';

const paper = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('until somebody chooses, the system decides', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/3330');
  const day = await paper(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper(page)).not.toBe(day);
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});

test('the button names what it switches to, and switches', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/3330');
  const day = await paper(page);
  const button = page.locator('pn-theme button');
  await expect(button).toContainText('Night');
  await button.click();
  await expect(button).toContainText('Day');
  const night = await paper(page);
  expect(night).not.toBe(day);
  await button.click();
  expect(await paper(page)).toBe(day);
});

test('the choice outlives the page, and is there before the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      // Nothing is painted before there is a body.
      Object.assign(window, { atFirst: document.documentElement.dataset.theme ?? 'none' });
    }).observe(document, { childList: true, subtree: true });
  });
  const atFirst = () => page.evaluate(() => (window as unknown as { atFirst: string }).atFirst);

  await page.goto('/3330');
  expect(await atFirst()).toBe('none');
  await page.locator('pn-theme button').click();
  const night = await paper(page);
  for (const open of [() => page.reload(), () => page.goto('/'), () => page.goto('/50123')]) {
    await open();
    expect(await atFirst()).toBe('dark');
    expect(await paper(page)).toBe(night);
  }
});

test('where the browser keeps nothing, the switch still switches', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('no storage', 'SecurityError');
      },
    });
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/3330');
  const day = await paper(page);
  await page.locator('pn-theme button').click();
  expect(await paper(page)).not.toBe(day);
  await page.getByRole('tab', { name: 'Windows' }).click();
  await expect(page.locator('#check-windows')).toBeVisible();
});
