/** The whole build, and the floor below which no build can fall: writing the same bytes to as many files. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, ROOT } from '../../src/base/folders.ts';
import { build } from '../../src/build/build.ts';
import { figure } from './print.ts';

export async function benchBuild(): Promise<void> {
  const began = performance.now();
  const { pages, peakMemory, phases } = await build();
  const seconds = (performance.now() - began) / 1000;
  for (const [phase, time] of Object.entries(phases)) figure(`phase ${phase}`, time, 's');
  figure('whole build', seconds, 's');
  figure('pages', pages / seconds, 'a second');
  figure('peak memory, all processes', peakMemory / 1e6, 'MB');
  const floor = writingFloor();
  figure('floor: writing the same bytes', floor, 's');
  figure('ratio to the floor', seconds / floor);
}

function writingFloor(): number {
  const sizes = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  const bytes = Buffer.alloc(Math.max(...sizes), 'x');
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.cache', 'floor-'));
  const began = performance.now();
  sizes.forEach((size, index) => {
    writeFileSync(join(folder, String(index)), bytes.subarray(0, size));
  });
  const seconds = (performance.now() - began) / 1000;
  rmSync(folder, { recursive: true });
  return seconds;
}
