/** The guides as every page but their own sees them: their frontmatter, read once. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFrontmatter } from '../atlas/load.ts';
import { contentDir } from '../registry/content-dir.ts';
import { type Guide, guide } from '../schemas/guide.ts';

export const GUIDES_DIR = contentDir('guides');

export interface NamedGuide extends Guide {
  slug: string;
}

let known: readonly NamedGuide[] | undefined;

/** By title. */
export function allGuides(): readonly NamedGuide[] {
  known ??= readdirSync(GUIDES_DIR)
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => ({
      ...readFrontmatter(join(GUIDES_DIR, file), guide),
      slug: file.slice(0, -'.mdx'.length),
    }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en'));
  return known;
}

export const guidesAbout = (port: number) =>
  allGuides().filter(({ ports }) => ports.includes(port));
