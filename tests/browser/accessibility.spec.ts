/**
 * axe finds nothing to object to: 60 pages of every kind, by day and by night, at three widths.
 * Night changes colours and nothing else, so by night only the rules about colours are asked.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { OTHER_PAGES, samplePorts } from '../helpers/chosen-pages.ts';
import { expect, test } from './watched.ts';

const PAGES = 60;
/** The list of all changes takes axe two seconds each time. */
const TIMEOUT = 90_000;
const MISSING = '/no-such-page-3330';
const WIDTHS = [320, 390, 1280];
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

const others = [...OTHER_PAGES, MISSING];
const addresses = [...others, ...samplePorts(PAGES - others.length).map((port) => `/${port}`)];

for (const address of addresses) {
  test(`axe: ${address}`, async ({ page }) => {
    test.setTimeout(TIMEOUT);
    await page.goto(address);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await objections(page), `${width} px, by day`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await objections(page, OF_COLOURS), `${width} px, by night`).toEqual([]);
    }
  });
}

/** By all rules of axe but the experimental ones, or by those named. */
async function objections(page: Page, rules?: string[]): Promise<string[]> {
  // Nobody reads what is in order.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  if (rules) axe.withRules(rules);
  // The other mode is for pages with frames, of which there are none, and takes longer.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} at ${target.join(' ')}: ${help}`),
  );
}
