/**
 * What the pages look like, held to pictures: a change that nobody meant is seen. `npm run pictures` takes
 * them anew, to be looked at before they are committed.
 */
import { expect, test } from 'playwright/test';
import { bundledBrowser } from '../helpers/browser.ts';

const PHONE = { width: 390, height: 760 };
const DESKTOP = { width: 1200, height: 760 };
/** A sheet of A4 without its margins. */
const SHEET = { width: 681, height: 1010 };

/**
 * Each kind of page: by day and by night, on the phone and on the desk, from the right, on paper. The
 * browser's own font has Hebrew and no Arabic.
 */
const PICTURES = [
  { name: 'front', address: '/', size: DESKTOP },
  { name: 'front-phone-night', address: '/', size: PHONE, night: true },
  { name: 'authored', address: '/3330', size: DESKTOP },
  { name: 'authored-phone', address: '/3330', size: PHONE },
  { name: 'authored-paper', address: '/3330', size: SHEET, paper: true },
  { name: 'exposed-night', address: '/6379', size: DESKTOP, night: true },
  { name: 'listed-phone', address: '/8989', size: PHONE },
  { name: 'dynamic-phone-night', address: '/50123', size: PHONE, night: true },
  { name: 'hebrew', address: '/he', size: DESKTOP },
  { name: 'hebrew-phone', address: '/he/faq', size: PHONE },
  { name: 'guide', address: '/guides/ephemeral-ports', size: DESKTOP },
  { name: 'block', address: '/range/3000-3999', size: DESKTOP },
  { name: 'choose-phone', address: '/choose', size: PHONE },
  { name: 'lookup', address: '/lookup', size: DESKTOP },
];

/** Of the points: a word may change, a part of the page may not move. */
const TOLERANCE = 0.05;

const browser = bundledBrowser();
test.skip(browser === undefined, 'the browser that draws the pictures runs on Linux (x64) only');
if (browser) {
  test.use({
    launchOptions: {
      ...browser,
      args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    },
  });
}

for (const { address, name, night, paper, size } of PICTURES)
  test(`${name}: ${address}`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({
      colorScheme: night ? 'dark' : 'light',
      reducedMotion: 'reduce',
      media: paper ? 'print' : 'screen',
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    await expect(page).toHaveScreenshot(`${name}.png`, { maxDiffPixelRatio: TOLERANCE });
  });
