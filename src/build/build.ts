/**
 * The whole build: Astro renders what has a story and the frame of a port's page, threads fill the frame
 * for all other ports, and what is no page is written meanwhile; then the new folder takes dist/'s place.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, LOCK, OLD, ROOT, WORK } from '../base/folders.ts';
import { BASE, SITE } from '../base/site-address.ts';
import { type Atlas, openAtlas } from '../facts/atlas/atlas.ts';
import { writeLookupData } from '../features/scan/lookup-data.ts';
import { headersFile, redirectsFile } from '../server/host-files.ts';
import { BuildError } from './build-error.ts';
import { chartImage } from './chart-image.ts';
import { writeDataFiles } from './data-files.ts';
import { missingFiles } from './expected-files.ts';
import { makeInPlace } from './in-place.ts';
import { startWriting, type Writing } from './pages/plain-pages.ts';
import { renderPages } from './pages/render.ts';
import { writeCards } from './pictures/write-cards.ts';
import { refusePlace } from './place.ts';
import { ProgressBar } from './progress-bar.ts';
import { writeSearchIndex } from './search-index.ts';
import { writeSecurityTxt } from './security-txt.ts';
import { writeSitemaps } from './sitemaps.ts';
import { sourceStamp, writeStamp } from './stamp.ts';
import { moveSite } from './sub-path.ts';
import { writeNames } from './write-names.ts';

export interface BuildReport {
  pages: number;
  phases: Record<string, number>;
  /** Bytes. */
  peakMemory: number;
}

export async function build(): Promise<BuildReport> {
  refusePlace(ROOT);
  const headers = headersFile(); // First: a setting that makes no sense is better known now.
  const stamp = sourceStamp();
  const report = await makeInPlace(
    { target: DIST, work: WORK, old: OLD, lock: LOCK },
    async (folder) => {
      const writing = startWriting(folder);
      try {
        return await buildInto(folder, writing, headers);
      } finally {
        await writing.stop();
      }
    },
  );
  writeStamp(stamp);
  return report;
}

async function buildInto(made: string, writing: Writing, headers: string): Promise<BuildReport> {
  const bar = new ProgressBar();
  const phases: Record<string, number> = {};
  bar.begin('astro');
  const rendered = await renderPages({
    folder: made,
    onFrame: writing.begin,
    onProgress: (done, total) => bar.update(done, total),
  });
  phases.astro = bar.end(`${rendered} pages`);

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

  bar.begin('plain');
  await writing.finish(atlas, (done, total) => bar.update(done, total));
  phases.plain = bar.end(`${writing.done()} pages`);

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
  return {
    pages: rendered + writing.done(),
    phases,
    peakMemory: process.resourceUsage().maxRSS * 1024,
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
