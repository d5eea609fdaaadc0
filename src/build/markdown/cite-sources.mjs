/**
 * [^key] in a story becomes the number of that source, linked to the page's own list of sources: one
 * list, numbered once. remark-gfm leaves a reference without a definition as text, which is what we look for.
 */
import { findAndReplace } from 'mdast-util-find-and-replace';

/** @returns {import('unified').Transformer<import('mdast').Root>} */
export function citeSources() {
  return (tree, file) => {
    /** @type {{ key: string }[]} */
    const sources = file.data.astro?.frontmatter?.sources ?? [];
    findAndReplace(tree, [
      /\[\^([^\]\s]+)\]/g,
      (/** @type {string} */ _, /** @type {string} */ key) => {
        const index = sources.findIndex((source) => source.key === key);
        if (index < 0)
          throw new Error(
            `[^${key}] names no source; the sources are ${sources.map((s) => s.key).join(', ')}`,
          );
        return {
          type: 'link',
          url: `#s-${key}`,
          data: { hProperties: { className: ['cite'], ariaLabel: `source ${index + 1}` } },
          children: [{ type: 'text', value: String(index + 1) }],
        };
      },
    ]);
  };
}
