/** The guides as every page but their own sees them: their frontmatter, read once. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { guideAddress } from '../base/addresses.ts';
import { contentDir } from '../base/content-dir.ts';
import { readFrontmatter } from './atlas/load.ts';
import { type Guide, guide } from './schemas/guide.ts';

export const GUIDES_DIR = contentDir('guides');

export interface NamedGuide extends Guide {
  slug: string;
  address: string;
}

/** What feeds and maps of the site tell of a guide. */
export type GuideNote = Pick<NamedGuide, 'address' | 'summary' | 'title' | 'updated'>;

let known: readonly NamedGuide[] | undefined;

/** By title. */
export function allGuides(): readonly NamedGuide[] {
  known ??= readdirSync(GUIDES_DIR)
    .filter((file) => file.endsWith('.mdx'))
    .sort() // Not every file system gives them in the same order.
    .map((file) => {
      const slug = file.slice(0, -'.mdx'.length);
      return {
        ...readFrontmatter(join(GUIDES_DIR, file), guide),
        slug,
        address: guideAddress(slug),
      };
    })
    .sort((a, b) => a.title.localeCompare(b.title, 'en'));
  return known;
}

export const guidesAbout = (port: number) =>
  allGuides().filter(({ ports }) => ports.includes(port));
