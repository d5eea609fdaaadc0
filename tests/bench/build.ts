/**
 * The whole build, three times, in turn with the floor below which no build can fall (the same bytes
 * written to as many files) and with Hugo where it is installed. Medians, since a machine has moods.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, ROOT } from '../../src/base/folders.ts';
import { filesIn } from '../../src/prove/site-files.ts';
import { hugoIsThere, makeHugoSite } from './hugo.ts';
import { figure, median } from './print.ts';

const ROUNDS = 3;

export function benchBuild(): void {
  const builds = [runBuild()];
  const files = filesIn(DIST);
  const sizes = files.map(({ bytes }) => bytes);
  const pages = files.filter(({ path }) => path.endsWith('.html'));
  const cache = join(ROOT, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'bench-'));
  const runHugo = hugoIsThere()
    ? makeHugoSite(join(folder, 'hugo'), {
        pages: pages.length,
        bytes: pages.reduce((sum, { bytes }) => sum + bytes, 0) / pages.length,
      })
    : undefined;
  const floors: number[] = [];
  const hugos: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    if (round > 0) builds.push(runBuild());
    floors.push(writeSame(sizes, join(folder, 'floor')));
    if (runHugo) hugos.push(runHugo());
  }
  rmSync(folder, { recursive: true });

  const seconds = median(builds.map((build) => build.seconds));
  const floor = median(floors);
  figure('whole build', seconds, 's');
  figure('pages', pages.length / seconds, 'a second');
  figure('peak memory', Math.max(...builds.map(({ memory }) => memory)), 'MB');
  figure('floor: writing the same bytes', floor, 's');
  figure('ratio to the floor', seconds / floor);
  if (runHugo === undefined) return;
  figure('hugo, as many pages of that size', median(hugos), 's');
  figure('ratio to hugo', seconds / median(hugos));
}

/** In a process of its own, as `npm run build` is. */
function runBuild(): { seconds: number; memory: number } {
  const began = performance.now();
  const { status, stderr, stdout } = spawnSync(process.execPath, ['src/cli/build.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const memory = Number(/peak memory (\d+) MB/.exec(stdout)?.[1]);
  return { seconds: (performance.now() - began) / 1000, memory };
}

function writeSame(sizes: readonly number[], folder: string): number {
  const bytes = Buffer.alloc(Math.max(...sizes), 'x');
  mkdirSync(folder);
  const began = performance.now();
  sizes.forEach((size, index) => {
    writeFileSync(join(folder, String(index)), bytes.subarray(0, size));
  });
  const seconds = (performance.now() - began) / 1000;
  rmSync(folder, { recursive: true });
  return seconds;
}
