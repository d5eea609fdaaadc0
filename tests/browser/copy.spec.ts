/** The button on a command copies the command, and nothing else. */
import type { Page } from 'playwright/test';
import { expect, test } from './watched.ts';

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.describe('with the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  for (const address of ['/443', '/3330']) {
    test(`every command of ${address}`, async ({ page }) => {
      await page.goto(address);
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        for (const block of await page.locator('#check dt:visible, pre:visible').all()) {
          const command = await block.locator('code').textContent();
          await block.locator('.copy').click();
          await expect(block.locator('.copy')).toHaveText('Copied');
          expect(await clipboard(page)).toBe(command);
        }
      }
    });
  }

  test('a command as the terminal wants it, by keyboard', async ({ page }) => {
    await page.goto('/3330');
    await page.getByRole('tab', { name: 'Linux' }).click();
    await page.locator('#check-linux .copy').first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => clipboard(page)).toBe(`sudo ss -tulpn 'sport = :3330'`);
  });
});

test('without leave to copy, the command is selected', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.goto('/3330');
  const block = page.locator('#check-linux dt').first();
  await block.locator('.copy').click();
  const selected = await page.evaluate(() => getSelection()?.toString());
  expect(selected).toBe(await block.locator('code').textContent());
});
