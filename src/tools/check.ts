/**
 * npm run check
 * npm run check -- 3330 5432
 * Holds the authored pages against the rules in src/guards: all of them, or those of the ports named.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAtlas } from '../atlas/atlas.ts';
import { loadTables } from '../atlas/load.ts';
import { checkPages, findingText, summaryText } from '../guards/check-pages.ts';
import { GUARDS } from '../guards/guards.ts';
import { type Page, readPages } from '../guards/page.ts';
import { readPhrases } from '../guards/phrases.ts';
import { run, UsageError } from './arguments.ts';

const ROOT = join(import.meta.dirname, '../..');

await run(() => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { pages: { type: 'string' } },
  });
  const pages = readPages(values.pages ?? join(ROOT, 'content/ports'));
  // Without the pages: the atlas refuses to open over one that is not valid, and here it is the record that is asked.
  const atlas = openAtlas(loadTables(), []);
  const context = {
    pages,
    wanted: wantedPages(pages, positionals),
    record: atlas.port,
    today: new Date().toISOString().slice(0, 10),
    stockPhrases: readPhrases(join(ROOT, 'content/stock-phrases.json')),
  };
  const findings = checkPages(GUARDS, context);
  for (const finding of findings) console.log(findingText(finding));
  console.log(summaryText(findings, context));
  if (findings.length > 0) process.exitCode = 1;
});

function wantedPages(pages: Page[], names: string[]): Set<Page> {
  if (names.length === 0) return new Set(pages);
  return new Set(
    names.map((name) => {
      const page = pages.find(({ port }) => String(port) === name);
      if (!page)
        throw new UsageError(
          `there is no page for '${name}'; name ports that have one, or none for all pages`,
        );
      return page;
    }),
  );
}
