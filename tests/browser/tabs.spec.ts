/** The systems as tabs: one at a time, by pointer and by keyboard, and remembered. */
import { expect, test } from './watched.ts';

const SYSTEMS = ['Linux', 'macOS', 'Windows', 'Containers', 'From outside'];
const panelOf = (name: string) => `#check-${name.split(' ').at(-1)?.toLowerCase()}`;

test('sections become tabs, and one shows at a time', async ({ page }) => {
  await page.goto('/3330');
  await expect(page.getByRole('tab')).toHaveText(SYSTEMS);
  for (const name of SYSTEMS) {
    await page.getByRole('tab', { name }).click();
    await expect(page.getByRole('tab', { selected: true })).toHaveText([name]);
    await expect(page.getByRole('tabpanel')).toHaveCount(1);
    await expect(page.getByRole('tabpanel', { name })).toBeVisible();
    await expect(page.locator(panelOf(name))).toBeVisible();
  }
});

test('arrow keys go from tab to tab, and round', async ({ page }) => {
  await page.goto('/3330');
  await page.getByRole('tab', { name: 'Linux' }).focus();
  for (const name of [...SYSTEMS.slice(1), 'Linux']) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name })).toBeFocused();
    await expect(page.locator(panelOf(name))).toBeVisible();
  }
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tab', { name: 'From outside' })).toBeFocused();
});

test('a choice holds on every page, whatever else the address names', async ({ page }) => {
  await page.goto('/3330');
  await page.getByRole('tab', { name: 'macOS' }).click();
  for (const address of ['/22', '/50123', '/3330#sources']) {
    await page.goto(address);
    await expect(page.getByRole('tab', { selected: true })).toHaveText(['macOS']);
    await expect(page.locator('#check-macos')).toBeVisible();
  }
});

test('an address can name a system', async ({ page }) => {
  await page.goto('/3330#check-containers');
  await expect(page.locator('#check-containers')).toBeVisible();
});

for (const [system, agent] of [
  ['windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'],
  ['macos', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'],
  ['linux', 'Mozilla/5.0 (X11; Linux x86_64)'],
] as const) {
  test.describe(`on ${system}`, () => {
    test.use({ userAgent: agent });
    test('its commands come first', async ({ page }) => {
      await page.goto('/3330');
      await expect(page.locator(`#check-${system}`)).toBeVisible();
      await expect(page.getByRole('tabpanel')).toHaveCount(1);
    });
  });
}
