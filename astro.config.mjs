import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { progress } from './src/build/progress-integration.mjs';
import { search } from './src/build/search-integration.ts';
import { citeSources } from './src/markdown/cite-sources.mjs';
import { linkPorts } from './src/markdown/link-ports.mjs';
import { SITE } from './src/site/site-address.ts';

/** Two builds side by side share nothing but the sources: each has a folder and a cache of its own. */
const shard = process.env.PORTOLAN_SHARD?.replace('/', '-of-') ?? 'whole';

export default defineConfig({
  site: SITE,
  output: 'static',
  trailingSlash: 'never',
  build: { format: 'file', assets: '_assets', concurrency: 4, inlineStylesheets: 'never' },
  outDir: process.env.PORTOLAN_OUT ?? './dist',
  cacheDir: `./node_modules/.astro/${shard}`,
  integrations: [mdx(), progress(), search()],
  markdown: {
    syntaxHighlight: false,
    processor: unified({ gfm: false, remarkPlugins: [remarkGfm, citeSources, linkPorts] }),
  },
  devToolbar: { enabled: false },
  // The Content-Security-Policy allows no inline script: even the smallest one stays a file.
  vite: { build: { assetsInlineLimit: 0 }, cacheDir: `./node_modules/.vite/${shard}` },
});
