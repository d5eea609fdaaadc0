import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { guide } from './facts/schemas/guide.ts';
import { portPage } from './facts/schemas/port-page.ts';
import { textPage } from './facts/schemas/text-page.ts';
import { isMainShard } from './site/shard.ts';

const ports = defineCollection({
  // Only one of the builds that run side by side renders stories and guides; the others need not bundle them.
  loader: glob({ base: './content/ports', pattern: isMainShard() ? '*.mdx' : [] }),
  schema: portPage,
});

const guides = defineCollection({
  loader: glob({ base: './content/guides', pattern: isMainShard() ? '*.mdx' : [] }),
  schema: guide,
});

const pages = defineCollection({
  loader: glob({ base: './content/pages', pattern: '*.mdx' }),
  schema: textPage,
});

export const collections = { guides, pages, ports };
