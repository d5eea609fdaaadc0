/** Without JavaScript: everything is there to be read, and the search box still leads somewhere. */

import { openAtlas } from '../../src/facts/atlas/atlas.ts';
import { commandsFor, targetOf } from '../../src/words/commands/commands.ts';
import { english } from '../../src/words/messages/english.ts';
import { boxOf } from './results.ts';
import { expect, test } from './watched.ts';

test.use({ javaScriptEnabled: false });

const atlas = openAtlas();

for (const port of [22, 3330, 53, 50123]) {
  test(`every command of ${port} is to be seen`, async ({ page }) => {
    await page.goto(`/${port}`);
    for (const { check, firewall, id, name, stop } of commandsFor(targetOf(atlas.port(port)))) {
      const section = page.locator(`#check-${id}`);
      await expect(section).toBeVisible();
      await expect(section.locator('h3')).toHaveText(
        typeof name === 'string' ? name : english().text(name),
      );
      await expect(section.locator('h3')).toBeVisible();
      const commands = [...check, ...stop, ...firewall].map(({ run }) => run);
      await expect(section.locator('dt')).toHaveText(commands);
      for (const code of await section.locator('dt').all()) await expect(code).toBeVisible();
    }
  });
}

test('a badge opens all the same', async ({ page }) => {
  await page.goto('/22');
  await page.locator('.badges button').first().click();
  await expect(page.locator('[popover]').first()).toBeVisible();
});

test('the search box leads to the search page', async ({ page }) => {
  await page.goto('/');
  await boxOf(page).fill('ssh');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.waitForURL('**/search?q=ssh');
  await expect(page.locator('h1')).toBeVisible();
});

test('the chart is a picture with a text', async ({ page }) => {
  await page.goto('/');
  const picture = page.locator('pn-chart img');
  await expect(picture).toBeVisible();
  await expect(picture).toHaveAttribute('alt', /65,536 ports/);
});

test('no empty control is left where a script would have put one', async ({ page }) => {
  await page.goto('/3330');
  await expect(page.locator('pn-theme button, [role=tab], .copy')).toHaveCount(0);
});
