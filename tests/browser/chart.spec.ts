/** The chart of all ports, by pointer and by keyboard. */
import type { Page } from 'playwright/test';
import { expect, test } from './watched.ts';

const SIDE = 256;

test.beforeEach(async ({ page }) => {
  await page.goto('/');
});

/** Where a port is on the chart, from the chart's corner. */
async function placeOf(page: Page, port: number): Promise<{ x: number; y: number }> {
  const box = await page.locator('.chart-frame').boundingBox();
  if (!box) throw new Error('there is no chart');
  return {
    x: (((port % SIDE) + 0.5) / SIDE) * box.width,
    y: ((Math.floor(port / SIDE) + 0.5) / SIDE) * box.height,
  };
}

const keyOf = (page: Page, status: string) => page.locator(`.chart button.${status}`);

test('the pointer shows the port below it', async ({ page }) => {
  for (const port of [0, 22, 443, 3330, 32768, 65535]) {
    await page.locator('.chart-frame').hover({ position: await placeOf(page, port) });
    await expect(page.locator('pn-chart output')).toHaveText(new RegExp(`\\b${port}\\b`));
  }
});

test('a click opens the port', async ({ page }) => {
  await page.locator('.chart-frame').click({ position: await placeOf(page, 3330) });
  await page.waitForURL('**/3330');
});

test('arrow keys go from port to port, stop at the edges, and Enter opens', async ({ page }) => {
  await page.locator('.chart-frame').focus();
  const output = page.locator('pn-chart output');
  for (const [key, port] of [
    ['ArrowRight', 1],
    ['ArrowDown', 257],
    ['ArrowDown', 513],
    ['ArrowLeft', 512],
    ['ArrowUp', 256],
    ['ArrowUp', 0],
    ['ArrowUp', 0],
    ['ArrowLeft', 0],
    ['ArrowRight', 1],
    ['ArrowDown', 257],
  ] as const) {
    await page.keyboard.press(key);
    await expect(output).toHaveText(new RegExp(`\\b${port}\\b`));
  }
  await page.keyboard.press('Enter');
  await page.waitForURL('**/257');
});

test('a status can be picked out, and the others grow faint', async ({ page }) => {
  const assigned = keyOf(page, 'assigned');
  const dynamic = keyOf(page, 'dynamic');
  const opacity = (port: number) =>
    page.locator('.chart-frame canvas').evaluate((canvas, at) => {
      const context = (canvas as HTMLCanvasElement).getContext('2d');
      return context?.getImageData(at % 256, Math.floor(at / 256), 1, 1).data[3] ?? -1;
    }, port);

  await assigned.click();
  await expect(assigned).toHaveAttribute('aria-pressed', 'true');
  expect(await opacity(22)).toBe(255);
  expect(await opacity(60000)).toBeLessThan(60);

  await dynamic.focus();
  await page.keyboard.press('Space');
  await expect(dynamic).toHaveAttribute('aria-pressed', 'true');
  await expect(assigned).toHaveAttribute('aria-pressed', 'false');
  expect(await opacity(22)).toBeLessThan(60);
  expect(await opacity(60000)).toBe(255);

  await dynamic.click();
  await expect(dynamic).toHaveAttribute('aria-pressed', 'false');
  await expect(page.locator('.chart-frame canvas')).toHaveCount(0);
});

test('what is picked out is seen: the picture itself steps back', async ({ page }) => {
  const frame = page.locator('.chart-frame');
  const before = await frame.screenshot();
  await keyOf(page, 'assigned').click();
  expect((await frame.screenshot()).equals(before)).toBe(false);
});
