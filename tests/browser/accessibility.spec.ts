/**
 * axe finds nothing to object to: 60 pages of every kind, by day and by night, at three widths.
 * Night changes colours and nothing else, so by night only the rules about colours are asked.
 */
import axe, { type RunOptions } from 'axe-core';
import { OTHER_PAGES, samplePorts } from '../helpers/chosen-pages.ts';
import { objections } from './objections.ts';
import { expect, test } from './watched.ts';

const PAGES = 60;
/** The list of all changes takes axe two seconds each time. */
const TIMEOUT = 90_000;
const MISSING = '/no-such-page-3330';
const WIDTHS = [320, 390, 1280];

/** All rules but the experimental ones; nobody reads what is in order. */
const BY_DAY: RunOptions = { resultTypes: ['violations'] };
const BY_NIGHT: RunOptions = {
  ...BY_DAY,
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

const others = [...OTHER_PAGES, MISSING];
const addresses = [...others, ...samplePorts(PAGES - others.length).map((port) => `/${port}`)];

for (const address of addresses) {
  test(`axe: ${address}`, async ({ page }) => {
    test.setTimeout(TIMEOUT);
    await page.goto(address);
    // Once a page, and not once a question, as @axe-core/playwright does it: that takes half as long again.
    await page.evaluate(axe.source);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await objections(page, BY_DAY), `${width} px, by day`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await objections(page, BY_NIGHT), `${width} px, by night`).toEqual([]);
    }
  });
}

test('axe itself objects where there is something to object to', async ({ page }) => {
  await page.goto('/3330');
  await page.evaluate(axe.source);
  await page.evaluate(() =>
    document.querySelector('main')?.append(document.createElement('button')),
  );
  expect((await objections(page, BY_DAY)).join('\n')).toContain('button-name');
});
