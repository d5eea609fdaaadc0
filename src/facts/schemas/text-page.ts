/** The frontmatter of content/pages/about.mdx: a page of the site whose text is written, not computed. */
import { z } from 'zod';
import { words } from './common.ts';

export const textPage = z.strictObject({
  /** In the tab and in search engines, with the site’s name behind it. */
  title: words(60),
  /** What search engines and link previews show below the title. */
  description: words(200),
  heading: words(60),
  /** The first paragraph, set larger. */
  lead: words(200).optional(),
});
