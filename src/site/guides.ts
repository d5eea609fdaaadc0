/** What feeds and maps of the site tell of the guides, from their frontmatter. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load as parseYaml } from 'js-yaml';
import { z } from 'zod';
import { contentDir } from '../registry/content-dir.ts';
import { fullDate } from '../schemas/common.ts';

const GUIDES_DIR = join(contentDir('ports'), '../guides');

/** The fields that matter here; the whole schema is the collection's. */
const guideNote = z.object({ title: z.string(), summary: z.string(), updated: fullDate });

export interface GuideNote extends z.infer<typeof guideNote> {
  address: string;
}

export function guideNotes(dir = GUIDES_DIR): GuideNote[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => {
      const [, block = ''] =
        /^---\r?\n([\s\S]*?)\r?\n---/.exec(readFileSync(join(dir, name), 'utf8')) ?? [];
      const note = guideNote.parse(parseYaml(block));
      return { ...note, address: `/guides/${name.slice(0, -'.mdx'.length)}` };
    });
}
