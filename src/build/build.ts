/** The whole build: pages in two processes, joined by renaming; data files; then the new folder takes dist/'s place. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, LOCK, OLD, ROOT, WORK } from '../base/folders.ts';
import { takeLock } from '../base/lock-file.ts';
import { BASE, SITE } from '../base/site-address.ts';
import { type Atlas, openAtlas } from '../facts/atlas/atlas.ts';
import { writeLookupData } from '../features/scan/lookup-data.ts';
import { headersFile, redirectsFile } from '../server/host-files.ts';
import { chartImage } from './chart-image.ts';
import { writeDataFiles } from './data-files.ts';
import { missingFiles } from './expected-files.ts';
import { moveInto, replaceFolder } from './join.ts';
import { writeCards } from './pictures/write-cards.ts';
import { refusePlace } from './place.ts';
import { ProgressBar } from './progress-bar.ts';
import { BuildError, runShards } from './run-shards.ts';
import { writeSearchIndex } from './search-index.ts';
import { writeSecurityTxt } from './security-txt.ts';
import { writeSitemaps } from './sitemaps.ts';
import { sourceStamp, writeStamp } from './stamp.ts';
import { moveSite } from './sub-path.ts';
import { writeNames } from './write-names.ts';

export interface BuildReport {
  pages: number;
  phases: Record<string, number>;
  /** Bytes, all processes together. */
  peakMemory: number;
}

const SHARDS = 2;

/** One at a time: two would write into the same folders, and each would find half of the other's work. */
export async function build(): Promise<BuildReport> {
  refusePlace(ROOT);
  const giveBack = takeLock(LOCK, 'A build of this folder');
  try {
    return await buildAlone();
  } finally {
    giveBack();
  }
}

async function buildAlone(): Promise<BuildReport> {
  const headers = headersFile(); // First: a setting that makes no sense is better known now.
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
  writeFileSync(join(made, '_headers'), headers);
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

  writeSecurityTxt(made, dayOf(atlas));
  refuseIncomplete(made, atlas);
  if (BASE !== '') {
    bar.begin('folder');
    phases.folder = bar.end(`${moveSite(made, BASE, SITE)} files moved to ${BASE}`);
  }
  replaceFolder(DIST, made, join(OLD, String(Date.now())));
  writeStamp(stamp);
  return {
    pages: report.total,
    phases,
    // The builds are gone when this process does its own work: the two peaks never add up.
    peakMemory: Math.max(report.peakMemory, process.resourceUsage().maxRSS * 1024),
  };
}

/** What lacks a page neither takes the place of the site as it was, nor counts as current. */
function refuseIncomplete(folder: string, atlas: Atlas): void {
  const missing = missingFiles(folder, atlas);
  if (missing.length === 0) return;
  throw new BuildError(
    `the build lacks ${missing.length} files, such as ${missing.slice(0, 3).join(', ')}; ` +
      'dist/ stays as it was. Build again; if that does not help, delete .cache',
  );
}

function dayOf({ tables }: Atlas): string {
  const days = tables.sources.map(({ date }) => date);
  return days.toSorted().at(-1) ?? '';
}
