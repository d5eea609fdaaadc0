/**
 * What `npm test` runs: every check of the project, one step after the other.
 * `npm test -- unit content` runs only the steps named.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { runBrowserTests } from './test-browser.ts';
import { type Counts, one, sumOf, totals } from './test-counts.ts';
import { runApart, runTogether } from './test-node.ts';

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

function stepsOfProject(): Step[] {
  const hasPages = existsSync(join(root, 'src/pages'));
  const biome = 'node_modules/@biomejs/biome/bin/biome';
  const astro = 'node_modules/astro/bin/astro.mjs';
  const tsc = 'node_modules/typescript/bin/tsc';

  const steps: Step[] = [
    {
      name: 'lint',
      run: async () =>
        sumOf([
          await command(biome, 'check', '--error-on-warnings'),
          await command('src/cli/check-rooms.ts'),
          // What is exported and used nowhere else; knip.json says where it begins to look.
          await command('node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'),
        ]),
    },
    {
      name: 'types',
      // astro check reads .astro and .ts files and writes the types of the content; then tsc has them
      // for the JavaScript of the set-up.
      run: async () =>
        sumOf([
          ...(hasPages ? [await command(astro, 'check')] : []),
          await command(tsc, '--noEmit'),
        ]),
    },
    ...nodeTests('unit', runTogether),
    ...nodeTests('integration', runApart),
    ...nodeTests('content', runTogether),
  ];
  if (hasPages) {
    // Nobody wrote the build as a test: it counts only when it fails.
    const build = async () => ({ ...(await command('src/cli/build.ts')), passed: 0 });
    steps.push({ name: 'build', run: build });
    // Every page of what was built; the tests of the site look closer at some of them.
    steps.push({ name: 'prove', run: () => command('src/cli/prove.ts'), needs: 'build' });
    steps.push(...nodeTests('site', runApart).map((step) => ({ ...step, needs: 'build' })));
  }
  if (existsSync(join(root, 'tests/browser'))) {
    steps.push({ name: 'browser', run: () => runBrowserTests(root, runNode), needs: 'build' });
  }
  return steps;
}

/** A command that is one test: it passes or it fails. */
async function command(script: string, ...args: string[]): Promise<Counts> {
  const code = await runNode([script, ...args]);
  return code === 0 ? one('passed') : one('failed');
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
function nodeTests(folder: string, runFiles: typeof runApart): Step[] {
  const files = globSync(`tests/${folder}/**/*.test.ts`, { cwd: root }).sort();
  if (files.length === 0) return [];
  return [{ name: folder, run: () => runFiles(files, root) }];
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

function summarise(results: Result[]): void {
  const all: Result = { name: 'all', ...sumOf(results), seconds: secondsOf(results) };
  const width = Math.max(...results.map(({ name }) => name.length));
  console.log('\n── summary');
  for (const result of results.length > 1 ? [...results, all] : results) {
    const sign = result.left ? '-' : result.failed > 0 ? '✗' : '✓';
    const time = `${result.seconds.toFixed(1)} s`.padStart(8);
    console.log(`${sign} ${result.name.padEnd(width)} ${time}  ${result.left ?? totals(result)}`);
  }
  console.log(totals(all));
}

const secondsOf = (results: Result[]) => results.reduce((sum, { seconds }) => sum + seconds, 0);

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
