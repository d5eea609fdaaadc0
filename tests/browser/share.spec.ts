/** The share menu: by keyboard, one letter a form, for the page and for each of its sections. */
import axe from 'axe-core';
import type { Page } from 'playwright/test';
import { formatMessage, formatterFor } from '../../src/words/locales/compiled.ts';
import { wordsOf } from '../../src/words/locales/site-words.ts';
import { formsIn } from '../../src/words/share/forms.ts';
import { expect, test } from './watched.ts';

const FORMS = formsIn((id, values = {}) =>
  formatMessage(wordsOf('en').port.share[id], values, formatterFor('en')),
);

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const menu = (page: Page) => page.getByRole('menu', { name: 'Copy as' });

async function openByKeyboard(page: Page, address: string, opener: string): Promise<void> {
  await page.goto(address);
  await page.locator(opener).focus();
  await page.keyboard.press('Enter');
  await expect(menu(page)).toBeVisible();
  await expect(menu(page).getByRole('menuitem').first()).toBeFocused();
}

test.describe('with the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  const copies: Record<string, (address: string) => string | RegExp> = {
    l: (address) => address,
    m: (address) => `[Port 3330: MCS Calypso ICF](${address})`,
    h: (address) => `<a href="${address}">Port 3330: MCS Calypso ICF</a>`,
    b: (address) => `[url=${address}]Port 3330: MCS Calypso ICF[/url]`,
    q: () => /^Port 3330\/tcp\+udp: .+ Portolan, registry of \d{4}-\d\d-\d\d, http.+\/3330$/,
    t: () => /^Port 3330: .+mcs-calypsoicf, Assigned.+ {4}sudo ss -tulpn 'sport = :3330'\n/s,
  };

  test('each letter copies a form, says so, and goes back', async ({ page }) => {
    expect(Object.keys(copies)).toEqual(FORMS.map(({ key }) => key));
    for (const { key, name } of FORMS) {
      await openByKeyboard(page, '/3330', 'pn-share > button');
      await page.keyboard.press(key);
      await expect(page.locator('pn-share [role="status"]')).toHaveText(`Copied: ${name}`);
      await expect(menu(page)).toBeHidden();
      await expect(page.locator('pn-share > button')).toBeFocused();
      const wanted = copies[key]?.(page.url()) ?? '';
      if (wanted instanceof RegExp) expect(await clipboard(page)).toMatch(wanted);
      else expect(await clipboard(page)).toBe(wanted);
    }
  });

  test('a section is copied with its address and its heading', async ({ page }) => {
    await openByKeyboard(page, '/29998', '#use-it > h2 .sign');
    await expect(page).toHaveURL(/\/29998#use-it$/);
    await page.keyboard.press('m');
    await expect(page.locator('#use-it > h2 .sign')).toBeFocused();
    const heading = 'Port 29998: unassigned › Can I use 29998 for my program?';
    await expect.poll(() => clipboard(page)).toBe(`[${heading}](${page.url()})`);
  });

  test('the block for a ticket has the commands of the system that is shown', async ({ page }) => {
    await page.goto('/443');
    await page.getByRole('tab', { name: 'Windows' }).click();
    await page.locator('pn-share > button').click();
    await page.getByRole('menuitem', { name: 'Block for a ticket' }).click();
    await expect.poll(() => clipboard(page)).toContain('(Windows)');
    expect(await clipboard(page)).toMatch(/ {4}Get-Process -Id \(.*Get-NetTCPConnection/);
  });
});

test('arrows go round, Escape and Tab leave', async ({ page }) => {
  await openByKeyboard(page, '/3330', 'pn-share > button');
  const items = menu(page).getByRole('menuitem');
  for (const [key, index] of [
    ['ArrowUp', FORMS.length - 1],
    ['ArrowDown', 0],
    ['ArrowDown', 1],
    ['End', FORMS.length - 1],
    ['Home', 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect(items.nth(index)).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(page.locator('pn-share > button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(menu(page)).toBeHidden();
  await expect(page.locator('pn-share > button')).not.toBeFocused();
});

test('without leave to copy, the text is selected', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await openByKeyboard(page, '/3330', 'pn-share > button');
  await page.keyboard.press('h');
  await expect(page.locator('pn-share [role="status"]')).toContainText(
    'Selected, not copied: HTML',
  );
  await expect(page.getByRole('textbox', { name: 'Text to copy' })).toBeFocused();
  const selected = await page.evaluate(() => getSelection()?.toString());
  expect(selected).toBe(`<a href="${page.url()}">Port 3330: MCS Calypso ICF</a>`);
});

test('nothing on the page moves when the menu’s script comes', async ({ page }) => {
  const heights = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('main h2, main p:not(pn-share *)')].map((each) =>
        Math.round(each.getBoundingClientRect().top),
      ),
    );
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.route('**/share.*.js', (route) => route.abort());
    await page.goto('/443');
    const before = await heights();
    await page.unroute('**/share.*.js');
    await page.goto('/443');
    await page.locator('.sign').first().waitFor();
    expect(await heights(), `${width} px`).toEqual(before);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1280]) {
    test(`axe has nothing to object to, open, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await openByKeyboard(page, '/443', '#check > h2 .sign');
      const box = await menu(page).boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
      );
      expect(violations.map(({ help, id }) => `${id}: ${help}`)).toEqual([]);
    });
  }
}
