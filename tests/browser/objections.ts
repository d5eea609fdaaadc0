/** What axe objects to on a page into which its script was put. */
import type axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';

export function objections(page: Page, options: RunOptions): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const { violations } = await inPage.run(wanted);
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id} at ${target.join(' ')}: ${help}`),
    );
  }, options);
}
