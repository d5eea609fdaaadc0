/** The whole build: pages in two processes, joined by renaming; data files; then the new folder takes dist/'s place. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, OLD, WORK } from '../base/folders.ts';
import { openAtlas } from '../facts/atlas/atlas.ts';
import { writeLookupData } from '../features/scan/lookup-data.ts';
import { headersFile, redirectsFile } from '../server/host-files.ts';
import { chartImage } from './chart-image.ts';
import { writeDataFiles } from './data-files.ts';
import { moveInto, replaceFolder } from './join.ts';
import { writeCards } from './pictures/write-cards.ts';
import { ProgressBar } from './progress-bar.ts';
import { runShards } from './run-shards.ts';
import { writeSearchIndex } from './search-index.ts';
import { writeSitemaps } from './sitemaps.ts';
import { isCurrent, sourceStamp, writeStamp } from './stamp.ts';
import { writeNames } from './write-names.ts';

export { isCurrent };

export interface BuildReport {
  pages: number;
  phases: Record<string, number>;
  /** Bytes, all processes together. */
  peakMemory: number;
}

const SHARDS = 2;

export async function build(): Promise<BuildReport> {
  const bar = new ProgressBar();
  const phases: Record<string, number> = {};
  const stamp = sourceStamp();
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK, { recursive: true });
  bar.begin('pages');
  const folders = Array.from({ length: SHARDS }, (_, index) => join(WORK, String(index)));
  const report = await runShards(folders, (done, total) => bar.update(done, total));
  phases.pages = bar.end(`${report.total} pages`);

  bar.begin('join');
  const [made = '', ...others] = folders;
  for (const other of others) moveInto(made, other);
  phases.join = bar.end();

  bar.begin('data');
  const atlas = openAtlas();
  const files = writeDataFiles(made, atlas);
  writeLookupData(made, atlas);
  writeFileSync(join(made, 'chart.png'), await chartImage(atlas.statuses()));
  writeFileSync(join(made, '_headers'), headersFile());
  writeFileSync(join(made, '_redirects'), redirectsFile());
  phases.data = bar.end(`${files} files`);

  bar.begin('cards');
  phases.cards = bar.end(`${await writeCards(made, atlas)} pictures`);

  bar.begin('search');
  phases.search = bar.end(`${await writeSearchIndex(made, atlas)} files`);

  // These look at all that is in the folder, so they come last.
  bar.begin('names');
  writeSitemaps(made, atlas);
  phases.names = bar.end(`${writeNames(made, atlas)} names`);

  replaceFolder(DIST, made, join(OLD, String(Date.now())));
  writeStamp(stamp);
  return {
    pages: report.total,
    phases,
    // The builds are gone when this process does its own work: the two peaks never add up.
    peakMemory: Math.max(report.peakMemory, process.resourceUsage().maxRSS * 1024),
  };
}
