/** The questions of a port in the reader's language: chosen, asked for by the address, or the browser's. */
import type { Page } from 'playwright/test';
import { wordsOf } from '../../src/words/locales/site-words.ts';
import { expect, test } from './watched.ts';

const questions = (page: Page) => page.locator('#faq');
const asks = (page: Page, text: string) =>
  expect(page.locator('#faq-find summary')).toHaveText(text);
const find = (code: string) =>
  wordsOf(code).messages.page.faq.find.question.replace('{port}', '443');
const switches = (page: Page) => page.locator('pn-language button');

/** The words of a language, and the script that says them. */
const fetchedWords = (page: Page): string[] => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    const [, code] = /_assets\/([a-z]{2}(?:-[A-Z]{2})?)\.[\w-]+\.js$/.exec(request.url()) ?? [];
    if (code) fetched.push(code);
  });
  return fetched;
};

test.describe('who reads English', () => {
  test.use({ locale: 'en-GB' });

  test('fetches nothing for it', async ({ page }) => {
    const before: string[] = [];
    page.on('request', (request) => before.push(request.url()));
    const fetched = fetchedWords(page);
    await page.goto('/443');
    await expect(switches(page).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    await asks(page, find('en'));
    expect(fetched).toEqual([]);
    // All the same when the browser knows a second language.
    await page.evaluate(() =>
      Object.defineProperty(navigator, 'languages', { value: ['en', 'ru'] }),
    );
    expect(await questions(page).getAttribute('lang')).toBeNull();
  });

  test('an address can name another language, for this visit', async ({ page }) => {
    await page.goto('/443?lang=ar');
    await expect(questions(page)).toHaveAttribute('lang', 'ar');
    await asks(page, find('ar'));
    await page.goto('/22');
    await expect(questions(page)).toHaveAttribute('lang', 'ar');
    expect(await page.evaluate(() => localStorage.getItem('language'))).toBeNull();
    await page.goto('/22?lang=en');
    await expect(page.locator('#faq-find summary')).toHaveText(/find out what is using port 22/);
  });

  test('a date that the browser has no words for is written in figures', async ({ page }) => {
    await page.goto('/3403?lang=sd');
    await expect(page.locator('#faq')).toHaveAttribute('lang', 'sd');
    await expect(page.locator('#faq-withdrawn')).toContainText('2006-10-27');
  });

  test('a language that the site has not is English', async ({ page }) => {
    await page.goto('/443?lang=tlh');
    await page.waitForLoadState('networkidle');
    await asks(page, find('en'));
    await expect(switches(page).first()).toContainText('EN');
  });

  test('a choice holds on every page, and can be taken back', async ({ page }) => {
    await page.goto('/443');
    const original = await page.locator('#faq > details').allInnerTexts();
    await switches(page).first().click();
    const menu = page.getByRole('dialog');
    await expect(menu.getByRole('link')).toHaveCount(40);
    await expect(menu.locator('[aria-current]')).toHaveText('English');
    await expect(menu.locator('[aria-current]')).toBeFocused();
    await menu.getByRole('link', { name: '日本語' }).click();
    await asks(page, find('ja'));
    await expect(menu).toBeHidden();
    expect(page.url()).toMatch(/\/443$/);
    await expect(switches(page).first()).toContainText('JA');
    await expect(switches(page).last()).toContainText('日本語');
    await page.goto('/443');
    await asks(page, find('ja'));
    await switches(page).last().click();
    await menu.getByRole('link', { name: 'English' }).click();
    await asks(page, find('en'));
    expect(await page.locator('#faq > details').allInnerTexts()).toEqual(original);
    await page.goto('/22');
    await expect(questions(page)).not.toHaveAttribute('dir', 'rtl');
  });

  test('the menu is worked by keyboard alone', async ({ page }) => {
    await page.goto('/443');
    await switches(page).first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').locator('[aria-current]')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await asks(page, find('es'));
    await expect(switches(page).first()).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('an answer that is open stays open, and an address opens one', async ({ page }) => {
    await page.goto('/443#faq-dangerous');
    const details = page.locator('#faq-dangerous');
    await expect(details).toHaveAttribute('open', '');
    await switches(page).last().click();
    await page.getByRole('link', { name: 'Русский' }).click();
    await expect(questions(page)).toHaveAttribute('lang', 'ru');
    await expect(details).toHaveAttribute('open', '');
    await expect(page.locator('#faq-what')).not.toHaveAttribute('open', '');
  });

  test('on a page that is translated, the menu leads to it', async ({ page }) => {
    await page.goto('/ru/faq');
    await expect(switches(page)).toContainText('RU');
    await switches(page).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Deutsch' }).click();
    await expect(page).toHaveURL(/\/de\/faq$/);
    await expect(page.locator('h1')).toHaveText(wordsOf('de').messages.general.title);
  });
});

test.describe('whose browser speaks Russian', () => {
  test.use({ locale: 'ru-RU' });

  test('reads Russian, on the same page, and nothing else of it changes', async ({ page }) => {
    const fetched = fetchedWords(page);
    await page.goto('/443');
    await asks(page, find('ru'));
    await expect(page.locator('#feedback legend')).toHaveText('Была ли эта страница полезной?');
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/443');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(questions(page)).toHaveAttribute('dir', 'ltr');
    expect(fetched).toEqual(['ru']);
  });

  test('is not sent elsewhere from the front door', async ({ page }) => {
    await page.goto('/');
    await page.waitForLoadState('networkidle');
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('a choice counts for more, and an address for most', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('language', 'de'));
    await page.goto('/443');
    await asks(page, find('de'));
    await page.goto('/443?lang=hi');
    await asks(page, find('hi'));
  });

  test('nothing on the first screen moves', async ({ page }) => {
    await page.addInitScript(() => {
      const shifts = window as unknown as { moved: number };
      shifts.moved = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.moved += (entry as never as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto('/443');
    await asks(page, find('ru'));
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBeLessThan(
      0.01,
    );
  });
});

test('text from right to left keeps numbers, names and commands from left to right', async ({
  page,
}) => {
  await page.goto('/443?lang=he');
  await expect(questions(page)).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('#faq-what bdi').first()).toHaveText('443');
  for (const command of await page.locator('#faq kbd').all()) {
    await expect(command).toHaveCSS('direction', 'ltr');
    await expect(command).toHaveCSS('unicode-bidi', 'isolate');
  }
  await expect(page.locator('#feedback')).toHaveAttribute('dir', 'rtl');
});
