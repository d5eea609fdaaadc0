import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { portPage } from './schemas/port-page.ts';
import { isMainShard } from './site/shard.ts';

const ports = defineCollection({
  // Only one of the builds that run side by side renders the stories; the others need not bundle them.
  loader: glob({ base: './content/ports', pattern: isMainShard() ? '*.mdx' : [] }),
  schema: portPage,
});

export const collections = { ports };
