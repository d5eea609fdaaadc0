import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { portPage } from './schemas/port-page.ts';

const ports = defineCollection({
  loader: glob({ base: './content/ports', pattern: '*.mdx' }),
  schema: portPage,
});

export const collections = { ports };
