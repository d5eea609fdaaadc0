/** axe finds nothing to object to: 60 pages of every kind, by day and by night, at three widths. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { OTHER_PAGES, samplePorts } from '../helpers/chosen-pages.ts';
import { expect, test } from './watched.ts';

const PAGES = 60;
/** The list of all changes takes axe two seconds, six times. */
const TIMEOUT = 90_000;
const MISSING = '/no-such-page-3330';
const WIDTHS = [320, 390, 1280];
const THEMES = ['light', 'dark'] as const;

const others = [...OTHER_PAGES, MISSING];
const addresses = [...others, ...samplePorts(PAGES - others.length).map((port) => `/${port}`)];

for (const address of addresses) {
  test(`axe: ${address}`, async ({ page }) => {
    test.setTimeout(TIMEOUT);
    await page.goto(address);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 });
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme });
        expect(await objections(page), `${width} px, ${colorScheme}`).toEqual([]);
      }
    }
  });
}

async function objections(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // The other mode is for pages with frames, of which there are none, and takes longer.
    .setLegacyMode()
    // Nobody reads what is in order.
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} at ${target.join(' ')}: ${help}`),
  );
}
