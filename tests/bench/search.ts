/** How well a search answers, and what it costs: time to the first result on a slow machine, bytes over the wire, files, the index's share of the build. */
import { readdirSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { DIST } from '../../src/base/folders.ts';
import { SEARCH_FOLDER } from '../../src/build/search-index.ts';
import { pageWeight } from '../../src/prove/weight.ts';
import { listen } from '../../src/server/listen.ts';
import { createSite } from '../../src/server/site.ts';
import { testBrowser } from '../helpers/browser.ts';
import { figure, median } from './print.ts';
import { benchSearchQuality } from './search-quality.ts';

const SLOWDOWN = 4;
const RUNS = 5;
const COLD = 'postgres';
const FURTHER = [
  'mail',
  'wannacry',
  'kubernets',
  'remote desktop',
  'cisco',
  'message queue broker',
];
/** Long enough for everything that a search fetches. */
const SETTLED = 1500;

export async function benchSearch(): Promise<void> {
  const files = readdirSync(join(DIST, SEARCH_FOLDER), { recursive: true, withFileTypes: true });
  figure('files of the search', files.filter((entry) => entry.isFile()).length);
  for (const name of ['3330', 'index', 'search'])
    figure(
      `script at first, ${name}.html`,
      pageWeight(DIST, `${name}.html`).script,
      'bytes, brotli 5',
    );
  await benchSearchQuality();
  const site = await listen(createSite({ folder: DIST }), 0);
  const wire = await countingProxy(site.port);
  const browser = await chromium.launch({
    ...testBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    await digits(browser, wire);
    await words(browser, wire);
  } finally {
    await browser.close();
    wire.close();
    await site.close();
  }
}

async function digits(browser: Browser, wire: Wire): Promise<void> {
  const times: Record<'first' | 'later', number[]> = { first: [], later: [] };
  let bytes = 0;
  for (let run = 0; run < RUNS; run++) {
    const page = await openPage(browser, wire);
    const before = wire.bytes();
    await page.keyboard.press('/');
    for (const [index, digit] of [...'5432'].entries()) {
      await page.keyboard.press(digit);
      const time = await page.evaluate(() => Reflect.get(window, 'toFrame') as Promise<number>);
      times[index === 0 ? 'first' : 'later'].push(time);
    }
    bytes = Math.max(bytes, wire.bytes() - before);
    await page.context().close();
  }
  const slow = `at ${SLOWDOWN}× slowdown`;
  figure(`a digit, the first: work until it is shown, ${slow}`, median(times.first), 'ms');
  figure(`a digit, the first: the slowest of ${RUNS}`, Math.max(...times.first), 'ms');
  figure(`a digit, a later one: the slowest, ${slow}`, Math.max(...times.later), 'ms');
  figure('digits: bytes fetched', bytes, 'bytes');
}

async function words(browser: Browser, wire: Wire): Promise<void> {
  const times: number[] = [];
  const further: number[] = [];
  const cold: number[] = [];
  const sizes = new Map<string, number[]>();
  for (let run = 0; run < RUNS; run++) {
    const page = await openPage(browser, wire);
    const before = wire.bytes();
    await page.keyboard.press('/');
    times.push(await timeToResults(page, COLD));
    await page.waitForTimeout(SETTLED);
    cold.push(wire.bytes() - before);
    for (const text of FURTHER) {
      const already = wire.bytes();
      further.push(await timeToResults(page, text));
      await page.waitForTimeout(SETTLED);
      sizes.set(text, [...(sizes.get(text) ?? []), wire.bytes() - already]);
    }
    await page.context().close();
  }
  figure(`‘${COLD}’ at once, cold: first results, median`, median(times), 'ms');
  figure(`‘${COLD}’ at once, cold: first results, slowest`, Math.max(...times), 'ms');
  figure('a further search: first results, median', median(further), 'ms');
  figure('a further search: first results, slowest', Math.max(...further), 'ms');
  figure(`‘${COLD}’, cold: all bytes, headers too`, Math.max(...cold), 'bytes');
  for (const [text, bytes] of sizes)
    figure(`‘${text}’, then: all bytes`, Math.max(...bytes), 'bytes');
}

/** A page that has loaded, on a machine that is as slow as a phone, in a context that has nothing in its cache. */
async function openPage(browser: Browser, wire: Wire): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(watchInput);
  await page.goto(`http://localhost:${wire.port}/3330`);
  await page.getByRole('combobox').waitFor();
  await page.waitForLoadState('networkidle');
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return page;
}

/** In the page: `toFrame` is how long after a letter has come in the next frame is ready. */
function watchInput(): void {
  addEventListener(
    'input',
    () => {
      const began = performance.now();
      const shown = new Promise<number>((resolve) => {
        // The first task after the frame's own work.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          const begun = performance.now();
          port1.onmessage = () => resolve(worked + performance.now() - begun);
          port2.postMessage(0);
        });
      });
      let worked = 0;
      queueMicrotask(() => {
        worked = performance.now() - began;
      });
      Reflect.set(window, 'toFrame', shown);
    },
    true,
  );
}

/** From the text's coming in to the first result that belongs to it. */
function timeToResults(page: Page, text: string): Promise<number> {
  return page.evaluate(async (typed) => {
    const input = document.querySelector<HTMLInputElement>('pn-search input');
    const list = document.querySelector('[role=listbox]');
    if (!input || !list) throw new Error('there is no search box');
    const shown = new Promise<number>((resolve) => {
      new MutationObserver((_, observer) => {
        observer.disconnect();
        resolve(performance.now());
      }).observe(list, { childList: true });
    });
    const began = performance.now();
    input.value = typed;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    return (await shown) - began;
  }, text);
}

interface Wire {
  port: number;
  /** What has gone to the browser so far, with headers. */
  bytes: () => number;
  close: () => void;
}

/** Stands between the browser and the site, and counts. */
async function countingProxy(target: number): Promise<Wire> {
  let bytes = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => client.destroy());
      socket.on('close', () => open.delete(socket));
    }
    upstream.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    bytes: () => bytes,
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
