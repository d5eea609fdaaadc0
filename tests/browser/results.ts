/** The results that the search box shows. */
import type { Page } from 'playwright/test';

export interface Result {
  href: string;
  text: string;
}

/** The front page has a large one of its own, behind that of the masthead. */
export const boxOf = (page: Page) => page.locator('pn-search input').last();
export const optionsOf = (page: Page) => page.getByRole('option');

export const resultsOf = (page: Page): Promise<Result[]> =>
  page.locator('[role=option]').evaluateAll((options) =>
    options.map((option) => ({
      href: option.getAttribute('href') ?? '',
      text: option.textContent ?? '',
    })),
  );

/** The box is fetched a little after the page. */
export async function openWithBox(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('combobox').waitFor();
}
