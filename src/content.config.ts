import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { guide } from './facts/schemas/guide.ts';
import { portPage } from './facts/schemas/port-page.ts';
import { textPage } from './facts/schemas/text-page.ts';

const ports = defineCollection({
  loader: glob({ base: './content/ports', pattern: '*.mdx' }),
  schema: portPage,
});

const guides = defineCollection({
  loader: glob({ base: './content/guides', pattern: '*.mdx' }),
  schema: guide,
});

const pages = defineCollection({
  loader: glob({ base: './content/pages', pattern: '*.mdx' }),
  schema: textPage,
});

export const collections = { guides, pages, ports };
