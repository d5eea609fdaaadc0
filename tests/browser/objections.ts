/** What axe objects to on a page into which its script was put. */
import type axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';

/**
 * All rules but the experimental ones, unless the options say otherwise. Nobody reads what is in order;
 * and style sheets need not be fetched once more for rules that are not asked.
 */
const ALWAYS: RunOptions = { resultTypes: ['violations'], preload: false };

export function objections(page: Page, options: RunOptions = {}): Promise<string[]> {
  return page.evaluate(
    async (wanted) => {
      const { axe: inPage } = window as unknown as { axe: typeof axe };
      const { violations } = await inPage.run(wanted);
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target }) => `${id} at ${target.join(' ')}: ${help}`),
      );
    },
    { ...ALWAYS, ...options },
  );
}
