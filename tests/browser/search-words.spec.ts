/** Words in the search box, by keyboard, by touch and for a screen reader. */
import axe from 'axe-core';
import type { Page } from 'playwright/test';
import { objections } from './objections.ts';
import { boxOf, openWithBox, optionsOf, resultsOf } from './results.ts';
import { expect, test } from './watched.ts';

const groupOf = (page: Page, name: string) => page.getByRole('group', { name });

test('arrows go round through the results and the box', async ({ page }) => {
  await openWithBox(page, '/3330');
  await page.keyboard.press('/');
  await page.keyboard.type('54');
  const count = await optionsOf(page).count();
  await page.keyboard.press('ArrowDown');
  await expect(optionsOf(page).nth(0)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(boxOf(page)).toHaveAttribute('aria-activedescendant', '');
  await page.keyboard.press('ArrowUp');
  const last = optionsOf(page).nth(count - 1);
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(boxOf(page)).toBeFocused();
});

test('Escape closes the list, and leaves the box when it is closed', async ({ page }) => {
  await openWithBox(page, '/3330');
  await page.keyboard.press('/');
  await page.keyboard.type('54');
  await page.keyboard.press('Escape');
  await expect(boxOf(page)).toHaveAttribute('aria-expanded', 'false');
  await expect(boxOf(page)).toHaveValue('54');
  await page.keyboard.press('ArrowDown');
  await expect(boxOf(page)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(boxOf(page)).not.toBeFocused();
});

test('Tab goes on to the button, and the list closes', async ({ page }) => {
  await openWithBox(page, '/3330');
  await page.keyboard.press('/');
  await page.keyboard.type('54');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Find' })).toBeFocused();
  await expect(page.getByRole('listbox')).toBeHidden();
});

test('names come first, then what mentions them, each with what it is', async ({ page }) => {
  await openWithBox(page, '/3330');
  await page.keyboard.press('/');
  await page.keyboard.type('postgress');
  const first = optionsOf(page).first();
  await expect(first).toContainText('5432');
  await expect(first).toContainText('TCP, UDP · assigned');
  await expect(first.locator('small').first()).toContainText('localhost');
  await expect(groupOf(page, 'Similar names')).toBeVisible();
  await expect(groupOf(page, 'Pages with these words')).toBeVisible();
  await expect(page.locator('pn-search [role=status]')).toContainText(/\d results?/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/5432');
});

test('the box shows what the page shows, and leads to all of it', async ({ page }) => {
  await openWithBox(page, '/3330');
  await boxOf(page).fill('vpn ports');
  await expect(optionsOf(page).last()).toContainText(/See all \d+ results/);
  const inBox = (await resultsOf(page)).slice(0, -1).map(({ href }) => href);
  await optionsOf(page).last().click();
  await page.waitForURL('**/search?q=vpn%20ports&all');
  await expect(page.locator('.hits a').nth(inBox.length)).toBeVisible();
  const onPage = await page
    .locator('.hits a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(onPage.slice(0, inBox.length)).toEqual(inBox);
});

test('several lines go to the scan reader, and are read there', async ({ page }) => {
  await openWithBox(page, '/');
  await boxOf(page).evaluate((box) => {
    const data = new DataTransfer();
    data.setData('text/plain', '22/tcp open ssh\n6379/tcp open redis\n');
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  });
  await page.waitForURL('**/lookup');
  await expect(page.locator('pn-scan tbody')).toContainText('6379');
  await page.reload();
  await expect(page.locator('pn-scan textarea')).toHaveValue('');
});

test('an error message leads to what it means, and to the port in it', async ({ page }) => {
  await page.goto('/3330');
  // Before the box is there: it answers when it comes.
  await boxOf(page).fill('Error: listen EADDRINUSE: address already in use :::3000');
  await expect(groupOf(page, 'What this message means')).toBeVisible();
  await expect(groupOf(page, 'Port')).toContainText('3000');
});

test('words without a chosen result go to the page of the search', async ({ page }) => {
  await openWithBox(page, '/3330');
  await page.keyboard.press('/');
  await page.keyboard.type('mail server');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search?q=mail+server');
  await expect(page.locator('.hits li').filter({ hasText: 'SMTP' }).first()).toBeVisible();
});

test('nothing is said to be found where nothing is', async ({ page }) => {
  await openWithBox(page, '/3330');
  await boxOf(page).fill('qqzzxxjj');
  await expect(page.locator('pn-search [role=status]')).toHaveText('Nothing found');
  await expect(boxOf(page)).toHaveAttribute('aria-expanded', 'false');
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a tap on a result opens it', async ({ page }) => {
    await openWithBox(page, '/3330');
    await boxOf(page).tap();
    await boxOf(page).fill('redis');
    const first = optionsOf(page).first();
    await expect(first).toContainText('6379');
    // What WCAG asks of a target.
    expect((await first.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    await first.tap();
    await page.waitForURL('**/6379');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1280]) {
    test(`axe has nothing against the results: ${width} px, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      await openWithBox(page, '/3330');
      await boxOf(page).fill('mail');
      await expect(optionsOf(page).last()).toContainText('See all');
      await page.keyboard.press('ArrowDown');
      await page.evaluate(axe.source);
      expect(await objections(page)).toEqual([]);
      await page.goto('/search?q=mail&range=user');
      await expect(page.getByRole('heading', { name: 'Topic: Mail' })).toBeVisible();
      await page.evaluate(axe.source);
      expect(await objections(page)).toEqual([]);
    });
  }
}
