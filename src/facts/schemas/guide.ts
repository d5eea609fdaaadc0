/** One guide, a topic that spans ports: the frontmatter of content/guides/browser-refused-ports.mdx. */
import { z } from 'zod';
import { source } from './cited-source.ts';
import { fullDate, portNumber, words } from './common.ts';

/** A guide has no name beside that of its file, which is its address for ever. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const guide = z.strictObject({
  /** What it is about; with the site's name behind it, as much as search engines show. */
  title: words(60),
  /** The answer, in one sentence of at most 160 characters. */
  summary: words(160),
  /** What somebody asks who needs it, in their words. */
  questions: z.array(words(120)).min(1, { error: 'write at least one question that it answers' }),
  /** The ports it is about; the page of each links to it. */
  ports: z
    .array(portNumber)
    .refine((ports) => new Set(ports).size === ports.length, { error: 'name each port once' })
    .default([]),
  sources: z.array(source).min(2, { error: 'cite at least two sources' }),
  /** The day on which it was last changed in substance. */
  updated: fullDate,
});

export type Guide = z.infer<typeof guide>;
