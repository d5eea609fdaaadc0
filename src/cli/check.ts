/**
 * npm run check
 * npm run check -- 3330 5432 browser-refused-ports
 * Holds the authored pages and the guides against the rules in src/checks: all, or those named.
 */
import { parseArgs } from 'node:util';
import { checkPages, findingText, summaryText } from '../checks/check-pages.ts';
import { openContext } from '../checks/context.ts';
import { FOLDERS, nameOf, type Page, readAllPages } from '../checks/page.ts';
import { RULES } from '../checks/rules.ts';
import { run, UsageError } from './arguments.ts';

await run(() => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    // Other folders than content/ports and content/guides; naming one leaves the other out.
    options: { pages: { type: 'string' }, guides: { type: 'string' } },
  });
  const pages = readAllPages(foldersOf(values));
  const context = openContext(pages, wantedPages(pages, positionals), values.pages);
  const findings = checkPages(RULES, context);
  for (const finding of findings) console.log(findingText(finding));
  console.log(summaryText(findings, context));
  if (findings.length > 0) process.exitCode = 1;
});

function foldersOf({ pages, guides }: { pages?: string; guides?: string }) {
  if (pages === undefined && guides === undefined) return FOLDERS;
  return { ...(pages && { port: pages }), ...(guides && { guide: guides }) };
}

function wantedPages(pages: Page[], names: string[]): Set<Page> {
  if (names.length === 0) return new Set(pages);
  return new Set(
    names.map((name) => {
      const page = pages.find((each) => nameOf(each) === name);
      if (!page)
        throw new UsageError(
          `there is no page for '${name}'; name ports that have one, guides, or none for all pages`,
        );
      return page;
    }),
  );
}
