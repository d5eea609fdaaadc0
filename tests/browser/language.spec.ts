/** The page of a port in another language: asked for by the address, chosen, kept, and offered once. */
import type { BrowserContext, Page } from 'playwright/test';
import { LOCALES } from '../../src/base/languages.ts';
import { wordsOf } from '../../src/words/locales/site-words.ts';
import { expect, test } from './watched.ts';

const root = (page: Page) => page.locator('html');
const question = (page: Page) => page.locator('#faq-find summary');
const find = (code: string, port = 443) =>
  wordsOf(code).messages.page.faq.find.question.replace('{port}', String(port));
const reads = async (page: Page, code: string, port = 443) => {
  await expect(question(page)).toHaveText(find(code, port));
  await expect(root(page)).toHaveAttribute('lang', code);
};
const button = (page: Page) => page.locator('pn-language button');
const asked = (page: Page) => new URL(page.url()).searchParams.get('lang');

async function choose(page: Page, name: string): Promise<void> {
  await button(page).click();
  await page.getByRole('dialog').getByRole('link', { name }).click();
}

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

  test('fetches nothing for other languages', async ({ page }) => {
    const fetched = fetchedWords(page);
    await page.goto('/443');
    await expect(button(page)).toBeVisible();
    await page.waitForLoadState('networkidle');
    await reads(page, 'en');
    expect(fetched).toEqual([]);
  });

  test('an address can name another language, for this visit', async ({ page }) => {
    await page.goto('/443?lang=ar');
    await reads(page, 'ar');
    await expect(root(page)).toHaveAttribute('dir', 'rtl');
    await page.goto('/22');
    await reads(page, 'ar', 22);
    expect(asked(page)).toBe('ar');
    expect(await page.evaluate(() => localStorage.getItem('language'))).toBeNull();
    await page.goto('/22?lang=en');
    await reads(page, 'en', 22);
  });

  test('a date that the browser has no words for is written in figures', async ({ page }) => {
    await page.goto('/3403?lang=sd');
    await reads(page, 'sd', 3403);
    await expect(page.locator('#faq-withdrawn')).toContainText('2006-10-27');
  });

  test('a language that the site has not is English', async ({ page }) => {
    await page.goto('/443?lang=tlh');
    await page.waitForLoadState('networkidle');
    await reads(page, 'en');
    await expect(page.locator('h1')).toBeVisible();
  });

  test('a choice changes the address, holds on every page, and can be taken back', async ({
    page,
  }) => {
    await page.goto('/443');
    // The last controls to come.
    await page.locator('pn-share > button').waitFor();
    await page.locator('.copy').first().waitFor();
    const original = await page.locator('main').textContent();
    await button(page).click();
    const menu = page.getByRole('dialog');
    await expect(menu.getByRole('link')).toHaveCount(LOCALES.length);
    await expect(menu.locator('[aria-current]')).toHaveText('English');
    await expect(menu.locator('[aria-current]')).toBeFocused();
    await menu.getByRole('link', { name: '日本語' }).click();
    await reads(page, 'ja');
    await expect(menu).toBeHidden();
    expect(asked(page)).toBe('ja');
    await expect(button(page)).toContainText('JA');
    await page.goto('/22');
    await reads(page, 'ja', 22);
    await page.goto('/443');
    await reads(page, 'ja');
    await choose(page, 'English');
    await reads(page, 'en');
    expect(asked(page)).toBeNull();
    expect(await page.locator('main').textContent()).toBe(original);
    await page.goto('/22');
    await reads(page, 'en', 22);
  });

  test('the menu is worked by keyboard alone', async ({ page }) => {
    await page.goto('/443');
    await button(page).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').locator('[aria-current]')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await reads(page, 'es');
    await expect(button(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('an answer that is open stays open, and an address opens one', async ({ page }) => {
    await page.goto('/443#faq-dangerous');
    const details = page.locator('#faq-dangerous');
    await expect(details).toHaveAttribute('open', '');
    await choose(page, 'Русский');
    await reads(page, 'ru');
    await expect(details).toHaveAttribute('open', '');
    await expect(page.locator('#faq-what')).not.toHaveAttribute('open', '');
  });

  test('on a page that is there in every language, the menu leads to it', async ({ page }) => {
    await page.goto('/ru/faq');
    await expect(button(page)).toContainText('RU');
    await choose(page, 'Deutsch');
    await expect(page).toHaveURL(/\/de\/faq$/);
    await expect(page.locator('h1')).toHaveText(wordsOf('de').messages.general.title);
  });

  test('the story stays English, and says so', async ({ page }) => {
    await page.goto('/443?lang=ru');
    await reads(page, 'ru');
    await expect(page.locator('#story')).toHaveAttribute('lang', 'en');
    await expect(page.locator('.in-english')).toHaveText(
      wordsOf('ru').messages.page.language.storyIn,
    );
  });
});

test.describe('the language is kept', () => {
  const opened = async (context: BrowserContext, open: () => Promise<void>) => {
    const [other] = await Promise.all([context.waitForEvent('page'), open()]);
    return other;
  };

  test('by links, in a new window too', async ({ context, page }) => {
    await page.goto('/443?lang=ru');
    await reads(page, 'ru');
    const link = page.locator('#nearby [rel=next]');
    const port = Number(await link.textContent());
    const other = await opened(context, () => link.click({ modifiers: ['Control'] }));
    await reads(other, 'ru', port);
    expect(asked(other)).toBe('ru');
    await page.locator('.brand').click();
    await expect(page).toHaveURL(/\/ru$/);
  });

  test('from the front door and the general questions of the language', async ({ page }) => {
    await page.goto('/ru/faq');
    await page.locator('.brand').click();
    await expect(page).toHaveURL(/\/ru$/);
    await page.locator('pn-search input').fill('22');
    await page.keyboard.press('Enter');
    await reads(page, 'ru', 22);
    expect(asked(page)).toBe('ru');
  });
});

test.describe('whose browser speaks Russian', () => {
  test.use({ locale: 'ru-RU' });
  const offer = (page: Page) => page.locator('.offer');

  test('is offered Russian, once, in Russian, and not moved', async ({ page }) => {
    await page.goto('/443');
    await expect(offer(page)).toHaveAttribute('lang', 'ru');
    await reads(page, 'en');
    expect(new URL(page.url()).search).toBe('');
    await offer(page).getByRole('link').click();
    await reads(page, 'ru');
    await page.goto('/22?lang=en');
    await reads(page, 'en', 22);
    await page.waitForLoadState('networkidle');
    await expect(offer(page)).toHaveCount(0);
  });

  test('can put the offer away', async ({ page }) => {
    await page.goto('/443');
    await offer(page).getByRole('button').click();
    await expect(offer(page)).toHaveCount(0);
    await page.goto('/22');
    await page.waitForLoadState('networkidle');
    await expect(offer(page)).toHaveCount(0);
  });

  test('is not sent elsewhere from the front door', async ({ page }) => {
    await page.goto('/');
    await page.waitForLoadState('networkidle');
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('a choice counts, and an address counts for more', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('language', 'de'));
    await page.goto('/443');
    await reads(page, 'de');
    await page.goto('/443?lang=hi');
    await reads(page, 'hi');
  });
});

test('no English is seen first, and nothing moves, on a slow machine', async ({ page }) => {
  await page.addInitScript(() => {
    const seen = Object.assign(window, { moved: 0, headings: [] as string[] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.moved += (entry as never as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    const look = () => {
      const heading = document.querySelector('#use-it h2');
      if (heading?.checkVisibility({ visibilityProperty: true }))
        seen.headings.push(heading.firstChild?.textContent ?? '');
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto('/443?lang=ru');
  await reads(page, 'ru');
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    () => (window as unknown as { headings: string[] }).headings.length > 0,
  );
  const { headings, moved } = await page.evaluate(() => {
    const { headings, moved } = window as unknown as { headings: string[]; moved: number };
    return { headings, moved };
  });
  expect(new Set(headings).size).toBe(1);
  expect(headings[0]).not.toMatch(/Can I use/);
  expect(moved).toBeLessThan(0.02);
});

test('text from right to left keeps numbers, names and commands from left to right', async ({
  page,
}) => {
  await page.goto('/443?lang=he');
  await reads(page, 'he');
  await expect(page.locator('#faq-what bdi').first()).toHaveText('443');
  for (const command of await page.locator('#faq kbd').all()) {
    await expect(command).toHaveCSS('direction', 'ltr');
    await expect(command).toHaveCSS('unicode-bidi', 'isolate');
  }
});
