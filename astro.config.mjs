import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { SITE } from './src/base/site-address.ts';
import { leanImports } from './src/build/lean-imports.ts';
import { citeSources } from './src/build/markdown/cite-sources.mjs';
import { linkPorts } from './src/build/markdown/link-ports.mjs';
import { search } from './src/build/search-integration.ts';
import { languageOf, words } from './src/build/words-integration.ts';

/** The names of what a page needs at first stand on 65,536 pages: the hash says enough. */
const scriptNames = '_assets/[hash].js';
/**
 * What is fetched later has a name, and the words of a language have its code.
 *
 * @param {{ facadeModuleId: string | null }} chunk
 */
const laterNames = ({ facadeModuleId }) => {
  const language = languageOf(facadeModuleId);
  return `_assets/${language ?? '[name]'}.[hash].js`;
};
const assetFileNames = '_assets/[hash][extname]';

export default defineConfig({
  site: SITE,
  output: 'static',
  trailingSlash: 'never',
  build: { format: 'file', assets: '_assets', concurrency: 4, inlineStylesheets: 'never' },
  outDir: process.env.PORTOLAN_OUT ?? './dist',
  integrations: [mdx(), search(), words()],
  markdown: {
    syntaxHighlight: false,
    processor: unified({ gfm: false, remarkPlugins: [remarkGfm, citeSources, linkPorts] }),
  },
  devToolbar: { enabled: false },
  // The Content-Security-Policy allows no inline script: even the smallest one stays a file.
  vite: {
    build: { assetsInlineLimit: 0, rolldownOptions: { output: { assetFileNames } } },
    plugins: [leanImports],
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: { assetFileNames, entryFileNames: scriptNames, chunkFileNames: laterNames },
          },
        },
      },
    },
  },
});
