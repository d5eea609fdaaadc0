/** The text of a page that is written and not computed, from content/pages. */
import { type CollectionEntry, getEntry, render } from 'astro:content';

export type TextPage = CollectionEntry<'pages'>['data'];

export async function pageText(name: 'about' | 'choose' | 'glossary' | 'lookup') {
  const entry = await getEntry('pages', name);
  if (entry === undefined) throw new Error(`content/pages/${name}.mdx is missing`);
  const { Content } = await render(entry);
  return { Content, text: entry.data };
}
