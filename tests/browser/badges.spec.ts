/** What a badge means, by keyboard: it opens, leads to its source, and closes. */
import { expect, test } from './watched.ts';

for (const address of ['/22', '/6666', '/10080', '/443']) {
  test(`every badge of ${address}`, async ({ page }) => {
    await page.goto(address);
    const badges = await page.locator('.badges button').all();
    expect(badges.length).toBeGreaterThan(0);
    for (const badge of badges) {
      const popover = page.locator(`#${await badge.getAttribute('popovertarget')}`);
      await expect(popover).toBeHidden();
      await badge.focus();
      await page.keyboard.press('Enter');
      await expect(popover).toBeVisible();
      expect((await popover.textContent())?.length).toBeGreaterThan(20);

      await page.keyboard.press('Tab');
      const link = popover.getByRole('link');
      await expect(link).toBeFocused();
      await expect(page.locator((await link.getAttribute('href')) ?? '')).toHaveCount(1);

      await page.keyboard.press('Escape');
      await expect(popover).toBeHidden();
      await expect(badge).toBeFocused();
    }
  });
}
