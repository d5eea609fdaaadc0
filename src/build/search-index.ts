/** The last phase of the build: the files of the search, from the same records as everything else. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Atlas } from '../facts/atlas/atlas.ts';
import { PAGES_DIR } from '../facts/atlas/load.ts';
import { allGuides, GUIDES_DIR } from '../facts/guides.ts';
import { collectNames } from '../features/search/collect-names.ts';
import { nameFiles } from '../features/search/name-files.ts';
import { portFiles } from '../features/search/port-files.ts';
import { type Guide, guidePages, indexPages } from '../features/search/records.ts';

/** Everything of the search is under this address. */
export const SEARCH_FOLDER = 'pagefind';

const FRONTMATTER = /^---\r?\n[\s\S]*?\r?\n---\r?\n/;

/** How much of the index comes at once, in Pagefind's own measure: about 4 kB. Its default is ten times as much. */
const CHUNK_SIZE = '2000';

export async function writeSearchIndex(folder: string, atlas: Atlas): Promise<number> {
  const records = atlas.documented().map((port) => atlas.port(port));
  const guides = readGuides();
  const pages = [
    ...indexPages(records, (port) => storyOf(port, atlas.authored())),
    ...guidePages(guides),
  ];
  const files = await pagefindFiles(pages);
  for (const [name, text] of nameFiles(collectNames(records), records, allGuides()))
    files.set(`names/${name}.txt`, text);
  for (const [name, text] of portFiles(records)) files.set(`ports/${name}.txt`, text);
  for (const [path, content] of files) {
    const file = join(folder, SEARCH_FOLDER, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return files.size;
}

/** Pagefind brings interfaces of its own, in several forms; this site has one, and needs the engine alone. */
const NEEDED =
  /^pagefind(?:\.js|-entry\.json|\..*\.pf_meta)$|^wasm\.en|^(?:index|fragment|filter)\//;

async function pagefindFiles(pages: readonly string[]): Promise<Map<string, Uint8Array | string>> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = CHUNK_SIZE;
  const pagefind = await import('pagefind');
  try {
    const { errors, index } = await pagefind.createIndex({ forceLanguage: 'en' });
    if (!index) throw new Error(`the search index cannot be made: ${errors.join('; ')}`);
    // What a result shows and where it leads stands in the page; the address only tells pages apart.
    const added = await Promise.all(
      pages.map((content, number) => index.addHTMLFile({ url: `/${number}`, content })),
    );
    const wrong = added.flatMap((file) => file.errors);
    if (wrong.length > 0) throw new Error(`not taken into the search index: ${wrong.join('; ')}`);
    const { files } = await index.getFiles();
    return new Map(
      files.filter(({ path }) => NEEDED.test(path)).map(({ content, path }) => [path, content]),
    );
  } finally {
    await pagefind.close();
  }
}

function storyOf(port: number, authored: ReadonlySet<number>): string | undefined {
  return authored.has(port) ? readFileSync(join(PAGES_DIR, `${port}.mdx`), 'utf8') : undefined;
}

/** What a guide answers stands in its frontmatter; the index has the questions as people ask them. */
function readGuides(): Guide[] {
  return allGuides().map(({ questions, slug, summary, title }) => {
    const body = readFileSync(join(GUIDES_DIR, `${slug}.mdx`), 'utf8').replace(FRONTMATTER, '');
    return { slug, title, text: [summary, ...questions, body].join('\n\n') };
  });
}
