/** Port numbers that a story mentions ('port 5432', '5432/tcp') become links to their pages. */
import { LAST_PORT } from '../../base/ranges.ts';
import { portMentions } from '../../facts/atlas/port-mentions.ts';

/** Inside these a number is no mention, or is a link already. */
const CLOSED = new Set(['link', 'linkReference', 'heading', 'code', 'inlineCode']);

/** @returns {import('unified').Transformer<import('mdast').Root>} */
export function linkPorts() {
  return (tree, file) => linkIn(tree, file.data.astro?.frontmatter?.port);
}

/**
 * @param {import('mdast').Parents} parent
 * @param {number | undefined} own the page's own port, which needs no link to itself
 */
function linkIn(parent, own) {
  /** @type {import('mdast').Nodes[]} */
  const children = [];
  for (const node of parent.children) {
    if (node.type === 'text') children.push(...split(node.value, own));
    else {
      if ('children' in node && !CLOSED.has(node.type)) linkIn(node, own);
      children.push(node);
    }
  }
  parent.children = /** @type {typeof parent.children} */ (children);
}

/**
 * @param {string} text
 * @param {number | undefined} own
 * @returns {import('mdast').PhrasingContent[]}
 */
function split(text, own) {
  /** @type {import('mdast').PhrasingContent[]} */
  const parts = [];
  let read = 0;
  for (const { port, offset } of portMentions(text)) {
    if (port > LAST_PORT || port === own || offset < read) continue;
    const end = offset + (/^\d+/.exec(text.slice(offset))?.[0].length ?? 0);
    parts.push({ type: 'text', value: text.slice(read, offset) });
    parts.push({
      type: 'link',
      url: `/${port}`,
      children: [{ type: 'text', value: text.slice(offset, end) }],
    });
    read = end;
  }
  parts.push({ type: 'text', value: text.slice(read) });
  return parts.filter((part) => part.type !== 'text' || part.value !== '');
}
