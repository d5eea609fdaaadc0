/** The steps of `npm test` that Node's own test runner runs. */
import { availableParallelism } from 'node:os';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { type Counts, sumOf } from './test-counts.ts';

type Run = ReturnType<typeof run>;

const TOGETHER = 'tests/helpers/together.ts';
/** What the runs say about themselves; the summary of `npm test` says it of all. */
const FIGURES = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/;
const cores = availableParallelism();

/** A process for each file, as many at a time as there are cores. */
export function runApart(files: string[], cwd: string): Promise<Counts> {
  return outcomeOf([run({ files, cwd, concurrency: cores })]);
}

/**
 * A process for each core, and the files divided among them: starting one and opening the atlas takes
 * longer than most files take. For files that leave nothing behind that others could trip over.
 */
export function runTogether(files: string[], cwd: string): Promise<Counts> {
  const shares = Array.from({ length: Math.min(cores, MOST_SHARES) }, (_, share) =>
    files.filter((_, index) => index % Math.min(cores, MOST_SHARES) === share),
  ).filter((share) => share.length > 0);
  return outcomeOf(shares.map((argv) => run({ files: [TOGETHER], argv, cwd })));
}

/** Each share keeps all records of the atlas, and those take some memory. */
const MOST_SHARES = 4;

async function outcomeOf(runs: Run[]): Promise<Counts> {
  const counts = runs.map(countsOf);
  // One after the other, so that the lines of one do not mix with those of another; all run already.
  for (const lines of runs.map((events) => events.filter(isNews).compose(new spec()))) {
    lines.pipe(process.stdout, { end: false });
    await finished(lines);
  }
  return sumOf(counts);
}

function isNews(event: { type: string; data: object }): boolean {
  const { message = '' } = event.data as { message?: string };
  return event.type !== 'test:diagnostic' || !FIGURES.test(message);
}

/** Filled when the run is over. */
function countsOf(events: Run): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  events.on('test:summary', (summary) => {
    if (summary.file !== undefined) return; // One file's share of the whole.
    const { tests, passed, skipped, todo } = summary.counts;
    counts.passed = passed;
    counts.skipped = skipped + todo;
    counts.failed = tests - passed - counts.skipped; // Cancelled ones too.
  });
  return counts;
}
