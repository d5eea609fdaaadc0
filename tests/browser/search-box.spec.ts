/** The box in the masthead: one key to get there, and a number goes straight to its page. */
import { boxOf } from './results.ts';
import { expect, test } from './watched.ts';

test('/ goes to the box, and in the box is a letter like any other', async ({ page }) => {
  await page.goto('/3330');
  const box = boxOf(page);
  // The scripts that nobody needs at first are fetched beside the page.
  await page.locator('pn-theme button').waitFor();
  await page.keyboard.press('/');
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('');
  await page.keyboard.type('80/tcp');
  await expect(box).toHaveValue('80/tcp');
});

test('/ with another key is left to the browser', async ({ page }) => {
  await page.goto('/3330');
  await page.keyboard.press('Control+/');
  await expect(boxOf(page)).not.toBeFocused();
});

for (const [typed, address] of [
  ['8080', '/8080'],
  [' 0443 ', '/443'],
  ['0', '/0'],
  ['65535', '/65535'],
] as const) {
  test(`the number ‘${typed}’ goes to ${address}`, async ({ page }) => {
    await page.goto('/');
    await boxOf(page).fill(typed);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address}`);
    await expect(page.locator('.number')).toHaveText(address.slice(1));
  });
}

for (const typed of ['ssh', '65536', '22 ssh']) {
  test(`‘${typed}’ is searched for`, async ({ page }) => {
    await page.goto('/');
    await boxOf(page).fill(typed);
    await page.getByRole('button', { name: 'Find' }).click();
    await page.waitForURL('**/search?*');
    expect(new URL(page.url()).searchParams.get('q')).toBe(typed);
  });
}
