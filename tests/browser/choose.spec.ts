/** /choose: ports by one's own conditions, and a verdict on one in mind; all of it in the page. */

import axe from 'axe-core';
import type { Page } from 'playwright/test';
import { openAtlas } from '../../src/facts/atlas/atlas.ts';
import { reasonText } from '../../src/words/port/in-english.ts';
import { objections } from './objections.ts';
import { expect, isBrowsersOwn, test } from './watched.ts';

const atlas = openAtlas();
const picks = (page: Page) => page.locator('.picks > li > b');
const sum = (page: Page) => page.locator('.choose-sum');
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

async function numbers(page: Page): Promise<number[]> {
  return (await picks(page).allTextContents()).map(Number);
}

test('without being asked it draws five good ports, and the address brings them back', async ({
  page,
}) => {
  await page.goto('/choose');
  await expect(picks(page)).toHaveCount(5);
  const drawn = await numbers(page);
  for (const port of drawn) expect(atlas.port(port).verdict.level).toBe('good');
  await expect(page).toHaveURL(/\?seed=\w+$/);
  await page.reload();
  await expect(picks(page)).toHaveText(drawn.map(String));
  await page.getByRole('button', { name: 'Draw again' }).click();
  await expect(picks(page)).not.toHaveText(drawn.map(String));
  await page.goto('/choose');
  await expect(picks(page)).not.toHaveText(drawn.map(String));
});

test('a link says what was asked, near which number and how many', async ({ page }) => {
  await page.goto('/choose?near=3000&count=3&port=3000');
  await expect(picks(page)).toHaveText(['4337', '4338', '4339']);
  await expect(field(page, 'Near the number')).toHaveValue('3000');
  await page.getByText(/^Passed over/).click();
  await expect(page.getByText('3000: taken. IANA assigned it to hbci')).toBeVisible();
  await expect(page.locator('.choose-verdict')).toContainText('Better not.');
  await page.goto('/choose?near=70000');
  await expect(page.locator('.fault')).toHaveText(
    "Near the number: '70000' is no whole number from 0 to 65535.",
  );
  await expect(field(page, 'Near the number')).toHaveAttribute('aria-invalid', 'true');
});

test('by keyboard alone, and with no request after the page has come', async ({
  context,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/choose');
  await expect(picks(page)).toHaveCount(5);
  // The search box comes a little after the page.
  await page.waitForFunction(() => customElements.get('pn-search') !== undefined);
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  context.on('request', (request) => {
    if (!isBrowsersOwn(request)) asked.push(request.url());
  });

  await field(page, 'Ports').focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('20000');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('10');
  await expect(picks(page)).toHaveText(['19988 to 19997', '20015 to 20024']);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(field(page, 'Easy to remember')).toBeChecked();
  await expect(page).toHaveURL(/\?near=20000&count=2&block=10&memorable=yes$/);
  await page.keyboard.press('Enter');

  await page.getByText('For your documentation').first().focus();
  await page.keyboard.press('Enter');
  const copy = page.getByRole('button', { name: 'Copy', exact: true });
  await copy.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(
    /^Listens on TCP ports \d+ to \d+ by default\. None of them is registered/,
  );

  await page.getByLabel('May I use port').focus();
  await page.keyboard.type('27418');
  await expect(page.locator('.choose-verdict')).toContainText(
    'On your own machine or network: Yes.As the default of a program that you publish: Yes, a good choice.',
  );
  await page.keyboard.type('0');
  await expect(page.locator('.choose-verdict')).toHaveText(/whole numbers from 0 to 65535/);
  await page.getByLabel('May I use port').fill('8080');
  const { better } = atlas.port(8080).verdict;
  await expect(page.locator('.choose-verdict')).toContainText(
    `Good ports near by: ${better.join(', ')}.`,
  );
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
});

test('what may be dropped is dropped, and what then is offered says why it is not good', async ({
  page,
}) => {
  // Beside Traccar's range, of which one program says that it uses it as a whole.
  await page.goto('/choose?near=5100&count=1');
  await expect(picks(page)).toHaveCount(1);
  const [good = 0] = await numbers(page);
  expect(atlas.port(good).verdict.level).toBe('good');
  await page.getByLabel('Free in every source').uncheck();
  // Until the answer comes, the one before it stands there.
  await expect(picks(page)).not.toHaveText([String(good)]);
  await expect(sum(page)).toContainText('1 of ');
  const [port = 0] = await numbers(page);
  expect(Math.abs(port - 5100)).toBeLessThan(50);
  expect(atlas.port(port).verdict.level).toBe('care');
  const { reasons } = atlas.port(port).verdict;
  const [against] = reasons.filter(({ level }) => level === 'care').map(reasonText);
  await expect(page.locator('.picks')).toContainText(against ?? '-');
  await expect(page).toHaveURL(/listed=yes/);
  await page.getByLabel('Not used for outgoing connections by').selectOption('every');
  await expect(page).toHaveURL(/systems=every/);
});

test('the field takes names and rows of ports, and the answers are two', async ({ page }) => {
  await page.goto('/choose?port=3000');
  const verdict = page.locator('.choose-verdict');
  await expect(verdict).toContainText(/On your own machine or network: Yes, if .*Grafana/);
  await expect(verdict).toContainText('As the default of a program that you publish: Better not.');
  await page.getByLabel('May I use port').fill('mysql');
  await expect(verdict.locator('h3').first()).toHaveText('Port 3306');
  await expect(page).toHaveURL(/port=mysql/);
  await page.getByLabel('May I use port').fill('5432/tcp');
  await expect(verdict.locator('h3')).toHaveText(['Port 5432']);
  await page.getByLabel('May I use port').fill('50000-50100');
  await expect(verdict).toContainText('all 101');
  await expect(page).toHaveURL(/port=50000-50100/);
});

test('for one’s own machine a registration is no hindrance, and nothing is to be documented', async ({
  page,
}) => {
  await page.goto('/choose?near=3000&count=3');
  await expect(picks(page)).toHaveText(['4337', '4338', '4339']);
  await page.locator('[name=own]').selectOption('yes');
  await expect(picks(page)).not.toHaveText(['4337', '4338', '4339']);
  for (const port of await numbers(page)) {
    expect(Math.abs(port - 3000)).toBeLessThan(20);
    expect(atlas.port(port).verdict.own).toBe('good');
  }
  await expect(page.getByText('For your documentation')).toHaveCount(0);
  await expect(page.getByLabel('Free in every source')).toBeHidden();
  await expect(page).toHaveURL(/own=yes/);
});

test('axe finds nothing to object to, with answers opened', async ({ page }) => {
  await page.goto('/choose?near=3000&count=2&port=80');
  await expect(page.locator('.choose-verdict')).toContainText('Better not.');
  await page.locator('pn-choose details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  await page.evaluate(axe.source);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await objections(page), `${width} px, ${colorScheme}`).toEqual([]);
    }
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('there are the rules, forty good ports, and how to register one', async ({ page }) => {
    await page.goto('/choose');
    const ports = await page.locator('#good tbody th a').allTextContents();
    expect(ports).toHaveLength(40);
    for (const port of ports) expect(atlas.port(Number(port)).verdict.level).toBe('good');
    await expect(page.locator('form:visible')).toHaveCount(1);
    await expect(page.getByText('none is running')).toBeVisible();
    await expect(page.locator('#register a[href*="iana.org/form"]')).toBeVisible();
  });
});
