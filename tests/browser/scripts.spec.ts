/** Other scripts and directions: no rule of accessibility broken, no text cut off or drawn over another. */
import axe from 'axe-core';
import type { Page } from 'playwright/test';
import { wordsOf } from '../../src/words/locales/site-words.ts';
import { pseudoWords } from '../helpers/pseudo-words.ts';
import { objections } from './objections.ts';
import { outsideView } from './outside-view.ts';
import { expect, test } from './watched.ts';

const NARROW = { width: 320, height: 800 };
/** Arabic, Hebrew, Cyrillic, Japanese, Devanagari and Latin letters; both directions. */
const LANGUAGES = ['ar', 'he', 'ru', 'ja', 'hi', 'de'];

/** Every answer open, and all that is asked of the reader. */
async function unfold(page: Page, code: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', code);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('#faq details'))
      details.open = true;
  });
  await page.locator('form#feedback').scrollIntoViewIfNeeded();
  await page.locator('[name=face][value=no]').check();
  await expect(page.locator('#feedback textarea')).toBeVisible();
}

for (const code of LANGUAGES) {
  test(`axe: the pages in ${code}`, async ({ page }) => {
    for (const address of [`/443?lang=${code}`, `/${code}`, `/${code}/faq`]) {
      await page.setViewportSize(NARROW);
      await page.goto(address);
      if (address.includes('?')) await unfold(page, code);
      await page.evaluate(axe.source);
      expect(await objections(page), address).toEqual([]);
      expect(await outsideView(page), address).toEqual([]);
    }
  });
}

test('axe: the list of languages', async ({ page }) => {
  await page.goto('/443');
  await page.locator('pn-language button').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.evaluate(axe.source);
  expect(await objections(page)).toEqual([]);
});

test('words half as long again, with marks, from right to left, still fit at 320 px', async ({
  page,
}) => {
  const { front, page: own, port: messages } = wordsOf('en');
  const words = pseudoWords({ front, page: own, port: messages });
  await page.route(/_assets\/ar\.[\w-]+\.js$/, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `export default ${JSON.stringify(words)};`,
    }),
  );
  await page.setViewportSize(NARROW);
  for (const port of [443, 3330, 6666, 3403, 50123]) {
    await page.goto(`/${port}?lang=ar`);
    await unfold(page, 'ar');
    expect(await page.locator('#faq h2').textContent()).toContain('p\u0303õ'.normalize('NFD'));
    expect(await outsideView(page), `${port}`).toEqual([]);
    expect(await faultyText(page), `${port}`).toEqual([]);
  }
});

test('the look at text itself notices what is cut off, and what is drawn over other text', async ({
  page,
}) => {
  await page.goto('/443?lang=ar');
  await unfold(page, 'ar');
  expect(await faultyText(page)).toEqual([]);
  await page.locator('#faq-what summary').evaluate((element) => {
    Object.assign(element.style, { height: '4px', overflow: 'hidden' });
  });
  await page.locator('#faq-use summary').evaluate((element) => {
    element.style.marginBlockEnd = '-2rem';
  });
  const faults = (await faultyText(page)).join('\n');
  expect(faults).toContain('is cut off');
  expect(faults).toContain('is drawn over');
});

/** Of the parts that speak the reader's language. */
function faultyText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const lines: { text: string; box: DOMRect }[] = [];
    for (const root of document.querySelectorAll('#faq, #feedback')) {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        const { overflow } = getComputedStyle(element);
        const cut =
          element.scrollWidth > element.clientWidth + 1 ||
          element.scrollHeight > element.clientHeight + 1;
        if (cut && /hidden|clip/.test(overflow) && !element.closest('.unseen'))
          faults.push(`${element.textContent?.slice(0, 40)} is cut off`);
      }
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.textContent?.trim() || node.parentElement?.closest('textarea, [hidden]'))
          continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects())
          if (box.width > 1) lines.push({ text: node.textContent, box });
      }
    }
    for (const [index, { box, text }] of lines.entries()) {
      for (const other of lines.slice(index + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // Lines of one paragraph may touch: the boxes of letters are higher than their line.
        if (across > 2 && down > 6)
          faults.push(`${text.slice(0, 40)} is drawn over ${other.text.slice(0, 40)}`);
      }
    }
    return faults;
  });
}
