/** What the rules may ask: the pages, the atlas, and the lists under content/. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentDir } from '../base/content-dir.ts';
import { openAtlas } from '../facts/atlas/atlas.ts';
import { loadTables } from '../facts/atlas/load.ts';
import { readExceptions } from './exceptions.ts';
import { FOLDERS, type Page } from './page.ts';
import { readPhrases } from './phrases.ts';
import { readReviews } from './reviews.ts';
import type { Context } from './rule.ts';

const CONTENT = join(contentDir('ports'), '..');

/** `folder` holds the pages of ports; the exceptions are those of our own. */
export function openContext(
  pages: readonly Page[],
  wanted: ReadonlySet<Page>,
  folder = FOLDERS.port,
): Context {
  return {
    pages,
    wanted,
    // Without the pages: the atlas refuses to open over one that is not valid, and here it is the record that is asked.
    record: openAtlas(loadTables(), []).port,
    today: new Date().toISOString().slice(0, 10),
    stockPhrases: readPhrases(join(CONTENT, 'stock-phrases.json')),
    reviewed: reviewedPorts(join(folder, 'REVIEWS.csv')),
    exceptions: folder === FOLDERS.port ? readExceptions(join(CONTENT, 'exceptions.csv')) : [],
  };
}

function reviewedPorts(file: string): Set<number> {
  return new Set(existsSync(file) ? readReviews(file).map(({ port }) => port) : []);
}
