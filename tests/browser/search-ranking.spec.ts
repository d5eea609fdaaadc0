/** Whether what people type leads to the port that they mean: tests/fixtures/search-queries.csv has the questions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright/test';
import { openAtlas } from '../../src/facts/atlas/atlas.ts';
import { ERRORS } from '../../src/features/search/errors.ts';
import { boxOf, openWithBox, type Result, resultsOf } from './results.ts';
import { expect, test } from './watched.ts';

interface Row {
  query: string;
  /** Ports, any of which will do; or 'guide:' and its name; or 'of:' and what an organisation is called. */
  expect: string;
  /** Among how many of the first results. */
  within: string;
  kind: string;
}

const ROWS: Row[] = parse(
  readFileSync(join(import.meta.dirname, '../fixtures/search-queries.csv')),
  { columns: true, skip_empty_lines: true, relax_quotes: true },
);
const FEWEST = 200;
/** Of a hundred. */
const ENOUGH = 97;

const atlas = openAtlas();

test('what people type leads to the port that they mean', async ({ page }) => {
  test.setTimeout(240_000);
  await page.addInitScript(noteAnswers);
  await openWithBox(page, '/about');
  const wrong: string[] = [];
  for (const row of ROWS) {
    await boxOf(page).fill('');
    await boxOf(page).fill(row.query);
    let first: Result[] = [];
    const isRight = () => first.some((result) => meets(row, result));
    const settled = async () => {
      const answered = await isAnswered(page);
      first = (await resultsOf(page)).slice(0, Number(row.within));
      return answered || isRight();
    };
    await expect.poll(settled, { timeout: 60_000, intervals: [20, 20, 40, 80] }).toBe(true);
    const shown = first.map(({ href }) => href).join(', ');
    if (!isRight()) wrong.push(`${row.query} leads to ${shown}, and not to ${row.expect}`);
  }
  test.info().annotations.push({ type: 'wrong', description: wrong.join('\n') });
  expect(ROWS.length).toBeGreaterThanOrEqual(FEWEST);
  expect(100 - (100 * wrong.length) / ROWS.length, wrong.join('\n')).toBeGreaterThanOrEqual(ENOUGH);
});

type Asking = typeof window & { asked?: number | undefined; answered?: number };

/** Runs in the page: listens to what the search box and its worker say to each other. */
function noteAnswers(): void {
  const page = window as Asking;
  page.Worker = class extends Worker {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener('message', ({ data }) => {
        if (data.done) page.answered = data.id;
      });
    }
    override postMessage(message: { id?: number }): void {
      page.asked = message.id;
      super.postMessage(message);
    }
  };
}

/** Whether the last question that was asked has its whole answer; a number is asked of nobody. */
const isAnswered = (page: Page) =>
  page.evaluate(() => (window as Asking).asked === (window as Asking).answered);

function meets(row: Row, { href, text }: Result): boolean {
  const [kind, wanted = ''] = row.expect.split(':');
  if (kind === 'guide') {
    const title = ERRORS.find(({ guide }) => guide === wanted)?.title ?? '';
    return href === `/guides/${wanted}` || text.includes(title);
  }
  if (kind === 'of') return wanted.split(' ').some((name) => isOf(Number(href.slice(1)), name));
  return row.expect.split(' ').includes(href.slice(1));
}

/** Whether the registry, a book or the page of a port names the organisation. */
function isOf(port: number, name: string): boolean {
  if (!Number.isInteger(port)) return false;
  const { assignments, labels, page } = atlas.port(port);
  const texts = [
    ...assignments.flatMap(({ assignee, description, service }) => [
      assignee,
      description,
      service,
    ]),
    ...labels.map((label) => label.name),
    page?.title,
    page?.summary,
    ...(page?.uses.map((use) => use.name) ?? []),
  ];
  const pattern = new RegExp(`(?<![a-z])${name}`, 'i');
  return texts.some((text) => text !== undefined && pattern.test(text));
}
