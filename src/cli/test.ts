/**
 * What `npm test` runs: every check of the project, one step after the other.
 * `npm test -- unit content` runs only the steps named.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  name: string;
  run: () => Promise<Counts>;
  /** The step whose failure leaves this one nothing to look at. */
  needs?: string;
}

interface Result extends Counts {
  name: string;
  seconds: number;
  /** Why the step was not run. */
  left?: string;
}

const root = join(import.meta.dirname, '../..');
const playwrightReport = join(root, 'test-results/browser.json');

function stepsOfProject(): Step[] {
  const hasPages = existsSync(join(root, 'src/pages'));
  const biome = 'node_modules/@biomejs/biome/bin/biome';
  const astro = 'node_modules/astro/bin/astro.mjs';
  const tsc = 'node_modules/typescript/bin/tsc';

  const steps: Step[] = [
    {
      name: 'lint',
      run: async () =>
        [
          await command(biome, 'check', '--error-on-warnings'),
          await command('src/cli/check-rooms.ts'),
          // What is exported and used nowhere else; knip.json says where it begins to look.
          await command('node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'),
        ].reduce(both),
    },
    // astro check reads .astro and .ts files, and tsc the JavaScript of the set-up.
    ...(hasPages ? [{ name: 'pages', run: () => command(astro, 'check') }] : []),
    { name: 'types', run: () => command(tsc, '--noEmit') },
    ...nodeTests('unit'),
    ...nodeTests('integration'),
    ...nodeTests('content'),
  ];
  if (hasPages) {
    // Nobody wrote the build as a test: it counts only when it fails.
    const build = async () => ({ ...(await command('src/cli/build.ts')), passed: 0 });
    steps.push({ name: 'build', run: build });
    steps.push(...nodeTests('site').map((step) => ({ ...step, needs: 'build' })));
  }
  if (existsSync(join(root, 'tests/browser'))) {
    steps.push({ name: 'browser', run: browserTests, needs: 'build' });
  }
  return steps;
}

/** A command that is one test: it passes or it fails. */
async function command(script: string, ...args: string[]): Promise<Counts> {
  const code = await runNode([script, ...args]);
  return code === 0 ? one('passed') : one('failed');
}

function one(outcome: keyof Counts): Counts {
  return { passed: 0, failed: 0, skipped: 0, [outcome]: 1 };
}

function both(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

function runNode(args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** The tests under one folder, as a step, if there are any. */
function nodeTests(folder: string): Step[] {
  const files = globSync(`tests/${folder}/**/*.test.ts`, { cwd: root }).sort();
  if (files.length === 0) return [];
  return [{ name: folder, run: () => runNodeTests(files) }];
}

async function runNodeTests(files: string[]): Promise<Counts> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const events = run({ files, cwd: root, concurrency: true });
  events.on('test:summary', (summary) => {
    if (summary.file !== undefined) return; // One file's share of the whole.
    const { tests, passed, skipped, todo } = summary.counts;
    counts.passed = passed;
    counts.skipped = skipped + todo;
    counts.failed = tests - passed - counts.skipped; // Cancelled ones too.
  });
  const lines = events.compose(new spec());
  lines.pipe(process.stdout, { end: false });
  await finished(lines);
  return counts;
}

async function browserTests(): Promise<Counts> {
  rmSync(playwrightReport, { force: true });
  const code = await runNode(['node_modules/playwright/cli.js', 'test']);
  const counts = existsSync(playwrightReport)
    ? countPlaywright(JSON.parse(readFileSync(playwrightReport, 'utf8')))
    : one('failed');
  // It can fail without a failed test, as when there is nothing to serve.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** The part of Playwright's JSON report that is read here. */
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

function countPlaywright({ stats }: PlaywrightReport): Counts {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  };
}

async function runSteps(steps: Step[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const { name, run: work, needs } of steps) {
    if (results.some((result) => result.name === needs && result.failed > 0)) {
      const nothing = { passed: 0, failed: 0, skipped: 0 };
      results.push({ name, ...nothing, seconds: 0, left: `not run: the ${needs} failed` });
      continue;
    }
    console.log(`\n── ${name}`);
    const start = performance.now();
    const counts = await work();
    results.push({ name, ...counts, seconds: (performance.now() - start) / 1000 });
  }
  return results;
}

function totals({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function summarise(results: Result[]): void {
  const sum = (key: keyof Counts) => results.reduce((total, result) => total + result[key], 0);
  const width = Math.max(...results.map(({ name }) => name.length));
  console.log('\n── summary');
  for (const result of results) {
    const sign = result.left ? '-' : result.failed > 0 ? '✗' : '✓';
    const time = `${result.seconds.toFixed(1)} s`.padStart(8);
    console.log(`${sign} ${result.name.padEnd(width)} ${time}  ${result.left ?? totals(result)}`);
  }
  console.log(totals({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }));
}

const steps = stepsOfProject();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  const names = steps.map(({ name }) => name).join(', ');
  console.error(`There is no step called ${unknown.join(', ')}. The steps are: ${names}.`);
  process.exit(2);
}
const results = await runSteps(
  steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name)),
);
summarise(results);
process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
