/** /lookup: what is pasted, dropped or chosen becomes a table, in the browser and nowhere else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright/test';
import { objections } from './objections.ts';
import { expect, isBrowsersOwn, test } from './watched.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/scans');
const fixture = (name: string) => readFileSync(join(FIXTURES, name), 'utf8');
const sockets = fixture('ss/01-tulpn.txt');

/** A listener that only this test has, to be looked for in everything that leaves the browser. */
const SECRET = 'zanzibar-vault';
const secretLine = `tcp LISTEN 0 128 10.77.66.55:41417 0.0.0.0:* users:(("${SECRET}",pid=1,fd=3))`;

const status = (page: Page) => page.locator('pn-scan [role=status]');
const rows = (page: Page) => page.locator('.lookup-found tbody tr');
const ports = (page: Page) => rows(page).locator('th').allTextContents();
const header = (page: Page, name: string) => page.getByRole('columnheader', { name });

async function lookUp(page: Page, text: string): Promise<void> {
  await page.goto('/lookup');
  await page.getByLabel('Output of a tool').fill(text);
  await page.getByRole('button', { name: 'Find the ports' }).click();
}

/** As the browser does it when somebody presses Ctrl+V, with a text of any length. */
async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel('Output of a tool').evaluate((box, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    // What the browser would insert, unless the page has taken it.
    if (box.dispatchEvent(event)) (box as HTMLTextAreaElement).value += pasted;
  }, text);
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.locator('.drop').evaluate(
    (zone, file) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([file.text], file.name));
      const init = { dataTransfer, bubbles: true, cancelable: true };
      zone.dispatchEvent(new DragEvent('dragover', init));
      zone.dispatchEvent(new DragEvent('drop', init));
    },
    { name, text },
  );
}

test('every port of a pasted text is in the table, with what is known of it', async ({ page }) => {
  await lookUp(page, sockets);
  await expect(status(page)).toContainText('6 ports found');
  expect(await ports(page)).toEqual([
    '22/tcp',
    '53/tcp',
    '53/udp',
    '80/tcp',
    '443/tcp',
    '6379/tcp',
  ]);
  const ssh = rows(page).first();
  await expect(ssh.locator('td')).toHaveText([
    'LISTEN',
    'sshd',
    '0.0.0.0, ::',
    'ssh',
    /\w/,
    'better not',
    '',
  ]);
  await expect(ssh.getByRole('link', { name: '22' })).toHaveAttribute('href', '/22');
});

test('a pasted, a dropped and a chosen text are read at once', async ({ page }) => {
  await page.goto('/lookup');
  await paste(page, sockets);
  await expect(status(page)).toContainText('6 ports found');
  await drop(page, 'scan.xml', fixture('nmap-xml/01-web.txt'));
  await expect(status(page)).toHaveText(/^scan\.xml: 4 ports found/);
  await page.getByLabel('Drop a file here').setInputFiles({
    name: 'windows.txt',
    mimeType: 'text/plain',
    // As Windows PowerShell redirects it.
    buffer: Buffer.from(`\ufeff${fixture('netstat-windows/01-ano.txt')}`, 'utf16le'),
  });
  await expect(status(page)).toHaveText(/^windows\.txt: 6 ports found.*netstat \(Windows\)/);
});

test('no request carries any of the text, and none is kept', async ({ context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const asked: string[] = [];
  context.on('request', (request) => {
    if (isBrowsersOwn(request)) return;
    asked.push(
      `${request.method()} ${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`,
    );
  });
  await page.goto('/lookup');
  await page.waitForLoadState('networkidle');
  const before = asked.length;

  await page.getByLabel('Output of a tool').pressSequentially('host 10.77.66.55:41417 ');
  await page.getByRole('button', { name: 'Find the ports' }).click();
  await expect(status(page)).toContainText('1 port found');
  await page.getByLabel('Output of a tool').clear();
  await paste(page, secretLine);
  await expect(page.getByRole('cell', { name: SECRET })).toBeVisible();
  await drop(page, `${SECRET}.txt`, secretLine);
  await expect(status(page)).toContainText(`${SECRET}.txt: 1 port`);
  await header(page, 'Process').getByRole('button').click();
  await page.getByLabel('Only what is worth a look').check();
  await page.getByLabel('Only what is worth a look').uncheck();
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(status(page)).toContainText('copied');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  await (await download).path();
  await page.waitForLoadState('networkidle');

  for (const request of asked)
    expect(request).not.toMatch(new RegExp(`${SECRET}|41417|10\\.77\\.66\\.55`));
  // The reader and what it knows; the same two for everybody.
  const since = asked.slice(before).filter((request) => !/^GET blob:/.test(request));
  for (const request of since)
    expect(request).toMatch(/^GET \S+(\/_assets\/scan-worker\S+\.js|\/lookup-data\.json) /);
  expect(since.length).toBeGreaterThan(0);
  expect(page.url()).toMatch(/\/lookup$/);
  const kept = await page.evaluate(async () =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      await indexedDB.databases(),
      await caches.keys(),
      history.state,
    ]),
  );
  expect(kept).not.toContain(SECRET);
  expect(kept).not.toContain('41417');
});

test('10 MB are read while the page goes on, and progress is told', async ({ page }) => {
  const line = (at: number) =>
    `Discovered open port ${1 + ((at * 7919) % 65535)}/tcp on 10.${at >> 16}.${(at >> 8) & 255}.${at & 255}   \n`;
  let text = '';
  for (let at = 0; text.length < 10 * 1024 * 1024; at++) text += line(at);
  await page.goto('/lookup');
  await page.evaluate(() => {
    const seen = { frames: 0, bars: new Set<number>() };
    Object.assign(window, { seen });
    const step = () => {
      const bar = document.querySelector('pn-scan progress') as HTMLProgressElement;
      if (!bar.hidden) seen.bars.add(bar.value);
      seen.frames++;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  // Made in the page: the text is not to be counted while it comes from the test.
  await page.evaluate((whole) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([whole], 'masscan.txt'));
    Object.assign(window, { dataTransfer });
  }, text);
  await page.evaluate(() => {
    const { dataTransfer, seen } = window as unknown as {
      dataTransfer: DataTransfer;
      seen: { frames: number };
    };
    seen.frames = 0;
    const init = { dataTransfer, bubbles: true, cancelable: true };
    document.querySelector('.drop')?.dispatchEvent(new DragEvent('drop', init));
  });
  await expect(status(page)).toContainText('ports found');
  const { bars, frames } = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: { frames: number; bars: Set<number> } };
    return { bars: seen.bars.size, frames: seen.frames };
  });
  // A page that read it by itself would draw none, on a fast machine as on a slow one.
  expect(frames).toBeGreaterThan(3);
  expect(bars).toBeGreaterThan(1);
  await expect(rows(page)).toHaveCount(100);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.locator('.lookup-place')).toHaveText(/^101 to 200 of /);
});

test('10 MB put straight into the box are read too, and again by the button', async ({ page }) => {
  const text = 'Discovered open port 6379/tcp on 10.0.0.1\n'.repeat(260_000);
  await page.goto('/lookup');
  await page.getByLabel('Output of a tool').fill(text);
  await page.getByRole('button', { name: 'Find the ports' }).click();
  await expect(status(page)).toContainText('MB of text: 1 port found');
});

test('a long paste is read without being put into the box', async ({ page }) => {
  await page.goto('/lookup');
  await paste(page, `${'nothing to see here\n'.repeat(40_000)}${sockets}`);
  await expect(status(page)).toHaveText(/^0\.8\sMB of text: 6 ports found/);
  await expect(page.getByLabel('Output of a tool')).toHaveValue('');
});

test('a text that comes later takes the place of one that is still being read', async ({
  page,
}) => {
  await page.goto('/lookup');
  const started = page.waitForEvent('worker');
  await paste(page, `10.0.0.1:1 and more\n`.repeat(300_000));
  const first = await started;
  const ended = first.waitForEvent('close');
  await paste(page, sockets);
  await expect(status(page)).toContainText('6 ports found');
  // Of a worker that has ended, nothing more can come.
  await ended;
  await expect(rows(page)).toHaveCount(6);
});

test('a text without a port is told what would have been understood', async ({ page }) => {
  await lookUp(page, 'We met at 12:30:45, and the score was 3:1. See ::1 and version 1.2.3:');
  await expect(status(page)).toContainText('No port in it. Understood are the outputs of nmap');
  await expect(page.locator('.lookup-found')).toBeHidden();
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(status(page)).toHaveText('');
  await page.getByRole('button', { name: 'Find the ports' }).click();
  await expect(status(page)).toContainText('nothing to read yet');
});

test('everything is done with the keyboard alone', async ({ page }) => {
  await page.goto('/lookup');
  await page.getByLabel('Output of a tool').focus();
  await page.keyboard.insertText(`${sockets}${secretLine}`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(7);
  await expect(header(page, 'Port')).toHaveAttribute('aria-sort', 'ascending');

  const reach = async (name: string) => {
    for (let presses = 0; presses < 20; presses++) {
      const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
      const only = await page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
      if (focused === name || only === name) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${name} is not reached`);
  };
  await reach('only');
  await page.keyboard.press('Space');
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Space');
  await expect(rows(page)).toHaveCount(7);
  await reach('Process');
  await page.keyboard.press('Enter');
  await expect(header(page, 'Process')).toHaveAttribute('aria-sort', 'ascending');
  await expect(header(page, 'Port')).not.toHaveAttribute('aria-sort');
  await expect(rows(page).first().locator('td').nth(1)).toHaveText('dnsmasq');
  await page.keyboard.press('Enter');
  await expect(header(page, 'Process')).toHaveAttribute('aria-sort', 'descending');
  await expect(rows(page).first().locator('td').nth(1)).toHaveText(SECRET);
  await reach('41417');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/41417$/);
});

test('the table as Markdown and as CSV', async ({ context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await lookUp(
    page,
    `${sockets}\n-A INPUT -p tcp --dport 23 -j DROP\nTCP 0.0.0.0:9 0.0.0.0:0 LISTENING 1\n [=cmd|x.exe]`,
  );
  await expect(rows(page)).toHaveCount(8);
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(status(page)).toContainText('copied');
  const markdown = await page.evaluate(() => navigator.clipboard.readText());
  const origin = new URL(page.url()).origin;
  expect(markdown.split('\n')[0]).toMatch(/^\| Port \| State \| Process \|/);
  expect(markdown).toContain(`| [22/tcp](${origin}/22) | LISTEN | sshd |`);
  expect(markdown).toContain('=cmd\\|x.exe');

  await page.getByLabel('Only what is worth a look').check();
  await expect(rows(page)).toHaveCount(1);
  await page.getByLabel('Only what is worth a look').uncheck();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('ports.csv');
  const csv = readFileSync(await file.path(), 'utf8');
  expect(csv.split('\r\n')).toHaveLength(10);
  expect(csv).toContain(`22/tcp,LISTEN,sshd,"0.0.0.0, ::",ssh,`);
  // A spreadsheet takes nothing for a formula.
  expect(csv).toContain(`,'=cmd|x.exe,`);
});

test('where the facts cannot be had, what was pasted is shown all the same', async ({
  complaints,
  page,
}) => {
  await page.route('**/lookup-data.json', (route) => route.fulfill({ status: 503 }));
  await lookUp(page, sockets);
  await expect(status(page)).toContainText('could not be loaded');
  expect(await ports(page)).toHaveLength(6);
  complaints.splice(0);
});

test('on a phone each port is a card: the answer first, and in view', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await lookUp(page, sockets);
  await expect(status(page)).toBeInViewport();
  const redis = rows(page).filter({ hasText: 'redis-server' });
  const topOf = async (column: string) =>
    (await redis.locator(`[data-column=${column}]`).boundingBox())?.y ?? Number.NaN;
  expect(await topOf('usual')).toBeLessThan(await topOf('look'));
  expect(await topOf('look')).toBeLessThan(await topOf('state'));
  // Nothing has to be scrolled sideways.
  const wide = await page
    .locator('.lookup-found .scroll')
    .evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(wide).toBe(0);
});

test('nothing to object to, by day and by night, and nothing sticks out at 320 px', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await lookUp(page, `${sockets}${fixture('nmap/10-scripts.txt')}${secretLine}`);
  await expect(rows(page)).toHaveCount(7);
  await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await objections(page)).toEqual([]);
  }
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((element) => !element.closest('.scroll') && element.checkVisibility())
      .filter(
        (element) =>
          element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5,
      )
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  expect(wide).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what it does and leads to the blocks', async ({ page }) => {
    await page.goto('/lookup');
    await expect(page.getByText('Paste the output of a tool')).toBeVisible();
    await expect(page.locator('pn-scan')).toContainText('needs JavaScript');
    await expect(page.locator('textarea')).toHaveCount(0);
    await page.getByRole('link', { name: '6000-6999' }).click();
    await expect(page).toHaveURL(/\/range\/6000-6999$/);
  });
});
