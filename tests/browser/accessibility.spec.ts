/**
 * axe finds nothing to object to: 40 pages of every kind, by day and by night, narrow and wide.
 * Night changes colours and nothing else, so by night only the rules about colours are asked. Where a
 * width shows the same elements as another, only the rules that measure can say something new.
 */
import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';
import { OTHER_PAGES, samplePorts } from '../helpers/chosen-pages.ts';
import { objections } from './objections.ts';
import { expect, test } from './watched.ts';

const PAGES = 40;
const PORTS_AT_ONCE = 6;
/** The list of all changes takes axe two seconds each time, and a busy machine takes longer. */
const TIMEOUT = 300_000;
const MISSING = '/no-such-page-3330';
const WIDTHS = [320, 1280];

const COLOURS = ['color-contrast', 'link-in-text-block'];
const MEASURES = [...COLOURS, 'target-size', 'scrollable-region-focusable'];
const only = (values: string[]): RunOptions => ({ runOnly: { type: 'rule', values } });

const others = [...OTHER_PAGES, MISSING];
const ports = samplePorts(PAGES - others.length).map((port) => `/${port}`);
const groups = others.map((address) => [address]);
for (let at = 0; at < ports.length; at += PORTS_AT_ONCE)
  groups.push(ports.slice(at, at + PORTS_AT_ONCE));

for (const addresses of groups) {
  test(`axe: ${addresses.join(', ')}`, async ({ page }) => {
    test.setTimeout(TIMEOUT);
    for (const address of addresses) await look(page, address);
  });
}

async function look(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(axe.source);
  const shapes = new Set<string>();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme: 'light' });
    const shape = await shownElements(page);
    const seen = shapes.has(shape);
    shapes.add(shape);
    const byDay = await objections(page, seen ? only(MEASURES) : {});
    expect(byDay, `${address}, ${width} px, by day`).toEqual([]);
    if (seen) continue;
    await page.emulateMedia({ colorScheme: 'dark' });
    const byNight = await objections(page, only(COLOURS));
    expect(byNight, `${address}, ${width} px, by night`).toEqual([]);
  }
}

/** Which of the elements are shown, as a digit for each. */
const shownElements = (page: Page): Promise<string> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('*'), (element) =>
      element.checkVisibility({ visibilityProperty: true }) ? 1 : 0,
    ).join(''),
  );

test('axe itself objects where there is something to object to', async ({ page }) => {
  await page.goto('/3330');
  await page.evaluate(axe.source);
  await page.evaluate(() =>
    document.querySelector('main')?.append(document.createElement('button')),
  );
  expect((await objections(page)).join('\n')).toContain('button-name');
});
