/**
 * Bundles the functions, the terminal and the MCP server for the Node that people have, and for
 * browsers. The facts and the English words of the records go in as they were prepared.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { ROOT } from '../../base/folders.ts';
import { BASE, SITE } from '../../base/site-address.ts';
import { indexBytes } from '../../package/stored-index.ts';
import { wordsOf } from '../../words/locales/site-words.ts';

/** The oldest that is looked after; the terminal needs no more. */
export const OLDEST_NODE = 20;

/** In place of a file that reads the checkout, the one that has what was read. */
const INSTEAD: Readonly<Record<string, string>> = {
  'package/stored-index.ts': 'package/bundled-index.ts',
  'base/locale-files.ts': 'package/bundled-languages.ts',
  'words/locales/site-words.ts': 'package/bundled-words.ts',
};

const FACTS = 'virtual:portolan/facts';
const ENGLISH = 'virtual:portolan/english';

const prepared: Plugin = {
  name: 'portolan-prepared',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /\.ts$/ }, ({ path, resolveDir }) => {
      const file = join(resolveDir, path);
      const known = Object.entries(INSTEAD).find(([name]) => file === join(ROOT, 'src', name));
      return known && { path: join(ROOT, 'src', known[1]) };
    });
    // A file of its own, which the bundles share.
    onResolve({ filter: new RegExp(`^${FACTS}$`) }, () => ({ path: './facts.js', external: true }));
    onResolve({ filter: new RegExp(`^${ENGLISH}$`) }, ({ path }) => ({ path, namespace: ENGLISH }));
    onLoad({ filter: /./, namespace: ENGLISH }, () => ({
      contents: JSON.stringify({ ...wordsOf('en'), messages: undefined }),
      loader: 'json',
    }));
  },
};

/** The files that each is made from, by their path in the project. */
export async function bundle(folder: string): Promise<Metafile> {
  writeFileSync(join(folder, 'facts.js'), factsModule());
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: {
      index: 'src/package/api.ts',
      portolan: 'src/cli/portolan.ts',
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: `node${OLDEST_NODE}`,
    platform: 'node',
    chunkNames: 'chunk-[hash]',
    charset: 'utf8',
    inject: [join(ROOT, 'src/package/group-by.ts')],
    define: {
      'Map.groupBy': 'groupBy',
      'process.env.PORTOLAN_SITE': JSON.stringify(SITE),
      'process.env.PORTOLAN_BASE': JSON.stringify(BASE),
    },
    metafile: true,
    logLevel: 'warning',
    plugins: [prepared],
  });
  const command = join(folder, 'portolan.js');
  writeFileSync(command, `#!/usr/bin/env node\n${readFileSync(command, 'utf8')}`);
  return metafile;
}

const factsModule = (): string =>
  `export default '${Buffer.from(indexBytes()).toString('base64')}';\n`;
