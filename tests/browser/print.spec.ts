/** On paper: all systems one below the other, every command whole, nothing that only a screen needs. */
import { expect, test } from './watched.ts';

/** A4 less its margins of 1.5 cm, in CSS pixels. */
const SHEET = { width: 681, height: 1010 };
const MOST_SHEETS = 5;

test.beforeEach(async ({ page }) => {
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
});

test('every system and every command is on the sheet', async ({ page }) => {
  await page.goto('/3330');
  await expect(page.locator('pn-tabs > [id]')).toHaveCount(5);
  for (const section of await page.locator('pn-tabs > [id]').all()) {
    await expect(section).toBeVisible();
    const heading = await section.locator('h3').boundingBox();
    expect(heading?.height).toBeGreaterThan(10);
  }
  const clipped = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter(
        (element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1,
      )
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 60)}`),
  );
  expect(clipped).toEqual([]);
});

test('what only a screen needs is left out, and the paper is white', async ({ page }) => {
  await page.goto('/3330');
  await expect(
    page.locator('pn-search form, pn-theme, [role=tablist], .copy:visible').first(),
  ).toBeHidden();
  for (const gone of await page
    .locator('pn-search form, pn-theme, [role=tablist], .copy, .skip')
    .all())
    await expect(gone).toBeHidden();
  const paper = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  );
  expect(paper).toBe('rgb(255, 255, 255)');
});

test(`3330 takes at most ${MOST_SHEETS} sheets`, async ({ page }) => {
  await page.goto('/3330');
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(sheets).toBeGreaterThan(0);
  expect(sheets).toBeLessThanOrEqual(MOST_SHEETS);
});
