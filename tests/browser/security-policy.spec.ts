/** The Content-Security-Policy is there, is strict, and nothing on a page runs against it. */
import type { Page } from 'playwright/test';
import { OTHER_PAGES } from '../helpers/chosen-pages.ts';
import { expect, test } from './watched.ts';

// Each test is watched for violations; see watched.ts.

const PAGES_AT_ONCE = 6;
/** With a story and every control, refused by browsers, dynamic. That all pages have the policy is proved. */
const addresses = [...OTHER_PAGES, '/443', '/22', '/6666', '/50123'];

for (let at = 0; at < addresses.length; at += PAGES_AT_ONCE) {
  const group = addresses.slice(at, at + PAGES_AT_ONCE);
  test(`the security policy is kept and in use: ${group.join(', ')}`, async ({
    complaints,
    context,
    page,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    for (const address of group) {
      await useEverything(page, address);
      expect(complaints, address).toEqual([]);
    }
  });
}

async function useEverything(page: Page, address: string): Promise<void> {
  const response = await page.goto(address);
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/default-src 'none'/);
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|\*|https?:/);

  await page.locator('pn-theme button').click();
  for (const button of await page.locator('[role=tab], .badges button, .chart button').all()) {
    await button.click();
    await page.keyboard.press('Escape');
  }
  const copy = page.locator('.copy:visible').first();
  if ((await copy.count()) > 0) await copy.click();
  const chart = page.locator('.chart-frame');
  if ((await chart.count()) > 0) await chart.hover();
  await page.keyboard.press('/');
  // To another page than this one: what leads nowhere else ends before it has begun.
  const target = address === '/22' ? '23' : '22';
  await page.keyboard.type(target);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/${target}`);
}

test('the watch itself notices a violation, an error and a request elsewhere', async ({
  complaints,
  page,
}) => {
  await page.goto('/3330');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "run"';
    const picture = document.createElement('img');
    picture.src = 'https://elsewhere.invalid/picture.png';
    document.body.append(script, picture);
    setTimeout(() => {
      throw new Error('thrown on purpose');
    });
  });
  await expect.poll(() => complaints.join('\n')).toContain('thrown on purpose');
  const noticed = complaints.splice(0).join('\n');
  expect(noticed).toContain('script-src');
  expect(noticed).toContain('img-src');
  await expect(page).not.toHaveTitle('run');
});
