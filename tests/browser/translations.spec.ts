/** What a reader of another language sees, in every language: no English outside stories, names and commands. */
import type { Page } from 'playwright/test';
import { LOCALES } from '../../src/base/languages.ts';
import { samplePorts } from '../helpers/chosen-pages.ts';
import { expect, test } from './watched.ts';

/** Of every kind: authored, registered, de-registered, reserved, dynamic, attacked, plain. */
const CHOSEN = [443, 3403, 50123, 2, 6666, 2967, 40001];
/** PORTOLAN_WALK=200 looks at so many of all statuses; it takes minutes. */
const { PORTOLAN_WALK: walk } = process.env;
const PORTS = new Set([...CHOSEN, ...(walk ? samplePorts(Number(walk)) : [])]);

/** Words of English that no other language of the site has in such a row. */
const ENGLISH =
  /\b(?:the|this|that|which|with|from|your|and)\b[^.]*\b(?:the|is|to|port|it|by|program)\b/i;

/** Not said to be English, no words of a language, or the titles and publishers of sources. */
const KEPT =
  'body [lang=en], [translate=no], code, kbd, dt, bdi, time, #sources li, [href^="#s-"], .brand, script, style';

/** Gathered in the page itself: to ask for each text from outside takes longer than to translate it. */
function textsIn(page: Page, languages: readonly string[]): Promise<Record<string, string[]>> {
  return page.evaluate(
    async ({ kept, languages }) => {
      const texts = () => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          if (node.textContent?.trim() && !node.parentElement?.closest(kept))
            found.push(node.textContent.trim());
        return found;
      };
      const found: Record<string, string[]> = { [document.documentElement.lang]: texts() };
      for (const code of languages) {
        const shown = new Promise((resolve) =>
          addEventListener('pn-translated', resolve, { once: true }),
        );
        document.querySelector<HTMLElement>(`.languages [hreflang="${code}"]`)?.click();
        await shown;
        found[document.documentElement.lang] = texts();
      }
      return found;
    },
    { kept: KEPT, languages },
  );
}

const inEnglish = (texts: readonly string[] = []) => texts.filter((text) => ENGLISH.test(text));

for (const port of PORTS) {
  test(`${port} in every language`, async ({ page }) => {
    await page.goto(`/${port}`);
    await page.locator('pn-language button').click();
    await page.locator('.languages').waitFor();
    const languages = LOCALES.map(({ code }) => code).filter((code) => code !== 'en');
    const texts = await textsIn(page, languages);
    expect(Object.keys(texts)).toEqual(['en', ...languages]);
    // The page as it is served has English for the look to find.
    expect(inEnglish(texts.en).length).toBeGreaterThan(5);
    for (const code of languages) {
      expect(texts[code]?.length).toBeGreaterThan(40);
      expect(inEnglish(texts[code]), code).toEqual([]);
    }
  });
}
