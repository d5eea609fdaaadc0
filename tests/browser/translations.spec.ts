/** What a reader of another language sees, in every language: no English outside stories, names and commands. */
import { LOCALES } from '../../src/base/languages.ts';
import { expect, test } from './watched.ts';

/** Of every kind: authored, registered, de-registered, reserved, dynamic, attacked, plain. */
const PORTS = [443, 3403, 50123, 2, 6666, 2967, 40001];

/** Words of English that no other language of the site has in such a row. */
const ENGLISH =
  /\b(?:the|this|that|which|with|from|your|and)\b[^.]*\b(?:the|is|of|to|port|it|by|program)\b/i;

/** Seen by the reader, and not said to be English or to be no words of a language. */
const KEPT =
  '[lang=en], [translate=no], code, kbd, dt, bdi, time, #sources li > a, [href^="#s-"], .brand, script, style';

for (const port of PORTS) {
  test(`${port} in every language`, async ({ page }) => {
    await page.goto(`/${port}?lang=ru`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
    for (const { code } of LOCALES.filter(({ code }) => !['en', 'ru'].includes(code))) {
      await page.locator('pn-language button').click();
      await page.locator(`.languages [hreflang="${code}"]`).click();
      await expect(page.locator('html')).toHaveAttribute('lang', code);
      const texts = await page.evaluate((kept) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          if (node.textContent?.trim() && !node.parentElement?.closest(kept))
            found.push(node.textContent.trim());
        return found;
      }, KEPT);
      expect(texts.length).toBeGreaterThan(40);
      expect(
        texts.filter((text) => ENGLISH.test(text)),
        code,
      ).toEqual([]);
    }
  });
}
