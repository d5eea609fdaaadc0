/** What a reader of another language sees, in every language: no English outside stories, names and commands. */
import type { Page } from 'playwright/test';
import { LOCALES } from '../../src/base/languages.ts';
import { expect, test } from './watched.ts';

/** Of every kind: authored, registered, de-registered, reserved, dynamic, attacked, plain. */
const PORTS = [443, 3403, 50123, 2, 6666, 2967, 40001];

/** Words of English that no other language of the site has in such a row. */
const ENGLISH =
  /\b(?:the|this|that|which|with|from|your|and)\b[^.]*\b(?:the|is|of|to|port|it|by|program)\b/i;

/** Not said to be English or to be no words of a language. */
const KEPT =
  'body [lang=en], [translate=no], code, kbd, dt, bdi, time, #sources li > a, [href^="#s-"], .brand, script, style';

function textsOf(page: Page): Promise<string[]> {
  return page.evaluate((kept) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.textContent?.trim() && !node.parentElement?.closest(kept))
        found.push(node.textContent.trim());
    return found;
  }, KEPT);
}

const inEnglish = (texts: readonly string[]) => texts.filter((text) => ENGLISH.test(text));

for (const port of PORTS) {
  test(`${port} in every language`, async ({ page }) => {
    // The page as it is served has English for the look to find.
    await page.goto(`/${port}`);
    expect(inEnglish(await textsOf(page)).length).toBeGreaterThan(5);
    for (const { code } of LOCALES.filter((locale) => locale.code !== 'en')) {
      await page.locator('pn-language button').click();
      await page.locator(`.languages [hreflang="${code}"]`).click();
      await expect(page.locator('html')).toHaveAttribute('lang', code);
      const texts = await textsOf(page);
      expect(texts.length).toBeGreaterThan(40);
      expect(inEnglish(texts), code).toEqual([]);
    }
  });
}
