/** On a phone: nothing sticks out sideways, and the answer is on the first screen. */
import { CHOSEN_PORTS, OTHER_PAGES, samplePorts } from '../helpers/chosen-pages.ts';
import { outsideView } from './outside-view.ts';
import { expect, test } from './watched.ts';

const NARROW = 320;
const PHONE = { width: 390, height: 844 };
const ports = samplePorts(CHOSEN_PORTS.length + 10);

test(`no page sticks out sideways at ${NARROW} px`, async ({ page }) => {
  await page.setViewportSize({ width: NARROW, height: 640 });
  const stickingOut: string[] = [];
  for (const address of [
    ...OTHER_PAGES,
    '/no-such-page-3330',
    ...ports.map((port) => `/${port}`),
  ]) {
    await page.goto(address);
    const found = await outsideView(page);
    if (found.length > 0) stickingOut.push(`${address}: ${found.slice(0, 3).join('; ')}`);
  }
  expect(stickingOut).toEqual([]);
});

test('no popover sticks out sideways', async ({ page }) => {
  await page.setViewportSize({ width: NARROW, height: 640 });
  await page.goto('/22');
  for (const badge of await page.locator('.badges button').all()) {
    await badge.click();
    expect(await outsideView(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }
});

for (const width of [320, 390, 480, 640, 768, 1280]) {
  test(`what the search box finds is within a view of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/3330');
    await page.locator('pn-search input').pressSequentially('80');
    await expect(page.getByRole('option').first()).toBeVisible();
    const box = await page.locator('.found').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? width)).toBeLessThanOrEqual(width);
  });
}

test('the answer is on the first screen of a phone', async ({ page }) => {
  await page.setViewportSize(PHONE);
  const below: string[] = [];
  for (const port of ports) {
    await page.goto(`/${port}`);
    const box = await page.locator('.verdict').boundingBox();
    const end = (box?.y ?? Number.NaN) + (box?.height ?? Number.NaN);
    if (!(end <= PHONE.height)) below.push(`/${port}: ends at ${Math.round(end)} px`);
  }
  expect(below).toEqual([]);
});
