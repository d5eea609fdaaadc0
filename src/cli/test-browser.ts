/** The step of `npm test` that Playwright runs. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { coverageTable } from '../../tests/helpers/coverage-table.ts';
import { type Counts, one } from './test-counts.ts';

/** The part of Playwright's JSON report that is read here. */
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

export async function runBrowserTests(
  root: string,
  runNode: (args: string[]) => Promise<number>,
): Promise<Counts> {
  const results = join(root, 'test-results');
  const report = join(results, 'browser.json');
  const coverage = join(results, 'coverage');
  for (const old of [report, coverage]) rmSync(old, { force: true, recursive: true });
  const code = await runNode(['node_modules/playwright/cli.js', 'test']);
  const table = coverageTable(coverage);
  if (table) console.log(`\nHow much of the scripts the tests ran:\n${table}`);
  const counts = existsSync(report)
    ? countsIn(JSON.parse(readFileSync(report, 'utf8')))
    : one('failed');
  // It can fail without a failed test, as when there is nothing to serve.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function countsIn({ stats }: PlaywrightReport): Counts {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  };
}
