/** With the keyboard alone: every control is reached, in order, and one sees where one is. */
import type { Page } from 'playwright/test';
import { expect, test } from './watched.ts';

const MOST_STOPS = 1000;
/** What WCAG asks of marks that are not text. */
const CONTRAST = 3;

for (const [address, colorScheme] of [
  ['/', 'light'],
  ['/3330', 'light'],
  ['/22', 'dark'],
  ['/50123', 'dark'],
  ['/range/65000-65535', 'light'],
  ['/no-such-page/22', 'dark'],
] as const) {
  test(`${address} by keyboard, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(address);
    const expected = await numberControls(page);
    expect(expected.length).toBeGreaterThan(5);
    const faults: string[] = [];
    // The front page begins in its box; from the top everything is to be reached all the same.
    await page.locator('.skip').focus();
    const reached: string[] = [expected[0] ?? ''];
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      await page.keyboard.press('Tab');
      const { name, fault } = await focused(page);
      // Behind the last control, focus leaves the page or begins anew.
      if (name === undefined || name === reached[0]) break;
      reached.push(name);
      if (fault) faults.push(`${name}: ${fault}`);
    }
    expect(reached).toEqual(expected);
    expect(faults).toEqual([]);
  });
}

test('one can go back, too', async ({ page }) => {
  await page.goto('/3330');
  const expected = await numberControls(page);
  await page.locator('a').last().focus();
  for (const name of expected.slice(-20).reverse()) {
    expect((await focused(page)).name).toBe(name);
    await page.keyboard.press('Shift+Tab');
  }
});

test('the first stop leads past the masthead', async ({ page }) => {
  await page.goto('/3330');
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('main a').first()).toBeFocused();
});

/** Gives each control its place as a name, and returns the names in the order of the page. */
async function numberControls(page: Page): Promise<string[]> {
  // The last controls to come.
  await page.locator('pn-language button').first().waitFor();
  if ((await page.locator('pn-not-found').count()) > 0)
    await page.locator('pn-not-found:not([aria-busy]) a').first().waitFor();
  if ((await page.locator('pn-share').count()) > 0)
    await page.locator('pn-share > button').waitFor();
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    );
    const reachable = [...controls].filter(
      (control) =>
        control.tabIndex >= 0 &&
        control.checkVisibility({ visibilityProperty: true }) &&
        // A group of radio buttons is one stop: its first, until one is chosen.
        !control.matches('label + label [type=radio]'),
    );
    return reachable.map((control, index) => {
      control.dataset.stop = `${index} ${control.tagName} ${control.textContent?.trim().slice(0, 40)}`;
      return control.dataset.stop;
    });
  });
}

/** The control that has the focus, and what keeps a reader from seeing that. */
function focused(page: Page): Promise<{ name?: string | undefined; fault?: string | undefined }> {
  return page.evaluate((enough) => {
    const control = document.activeElement;
    if (!(control instanceof HTMLElement) || control === document.body) return {};
    const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(control);
    const { bottom, height, left, right, top, width } = control.getBoundingClientRect();
    const luminance = (color: string) => {
      const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((value) => {
        const part = Number(value) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    const [dark = 0, light = 0] = [luminance(outlineColor), luminance(paper)].sort((a, b) => a - b);
    const seen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    let fault: string | undefined;
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) fault = 'no outline';
    else if ((light + 0.05) / (dark + 0.05) < enough) fault = `faint outline ${outlineColor}`;
    else if (!seen || width === 0 || height === 0) fault = 'out of view';
    return { name: control.dataset.stop ?? control.outerHTML.slice(0, 80), fault };
  }, CONTRAST);
}
