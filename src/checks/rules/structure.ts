/** Pages are laid out by the site: a body holds prose, and the few components that the site has. */

import type { Nodes } from 'mdast';
import { lineOf, walk } from '../body.ts';
import type { PageKind } from '../page.ts';
import type { Rule } from '../rule.ts';

const COMMON = ['Note', 'Warning', 'Timeline', 'Port'];
const COMPONENTS: Record<PageKind, readonly string[]> = {
  port: COMMON,
  // Tables of the registry's facts, so that nobody types a figure that the site knows.
  guide: [...COMMON, 'EphemeralRanges', 'PrivilegedPorts', 'RefusedPorts'],
};

export const structure: Rule = {
  name: 'structure',
  description:
    'the body begins with a paragraph; no h1, HTML, import or export; only known components',
  check({ kind, body: { tree } }) {
    if (!tree) return [];
    const [first] = tree.children;
    const opening =
      first && first.type !== 'paragraph' && !objectionTo(first, kind)
        ? [
            {
              line: lineOf(first),
              wrong: `the body begins with a ${NAMES[first.type] ?? first.type}`,
              right: 'begin with a paragraph: what it is, and what to do',
            },
          ]
        : [];
    const inside = [...walk(tree)].flatMap((node) => {
      const objection = objectionTo(node, kind);
      return objection ? [{ line: lineOf(node), ...objection }] : [];
    });
    return [...opening, ...inside];
  },
};

const NAMES: Partial<Record<Nodes['type'], string>> = {
  mdxJsxFlowElement: 'component',
  code: 'code block',
};

function objectionTo(node: Nodes, kind: PageKind): { wrong: string; right: string } | undefined {
  const components = COMPONENTS[kind];
  switch (node.type) {
    case 'heading':
      if (node.depth > 1) return undefined;
      return {
        wrong: 'a heading of the first level',
        right: "write '##': the title is the site's",
      };
    case 'html':
      return { wrong: 'raw HTML', right: 'write Markdown' };
    case 'mdxjsEsm':
      return {
        wrong: 'an import or export',
        right: `take it out; ${components.join(', ')} need none`,
      };
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      if (/^\s*\/\*/.test(node.value))
        return { wrong: 'a comment is left', right: 'answer it, and take it out' };
      return {
        wrong: `{${node.value}} is run as code`,
        right: 'put it into a code span, or write \\{ and \\}',
      };
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      if (node.name !== null && components.includes(node.name)) return undefined;
      return /^[A-Z]/.test(node.name ?? '')
        ? {
            wrong: `there is no component <${node.name}>`,
            right: `the components are ${components.join(', ')}`,
          }
        : {
            wrong: `raw HTML: <${node.name ?? ''}>`,
            right: 'write Markdown; a < of the text is &lt;',
          };
    case 'footnoteDefinition':
      return {
        wrong: `a definition of [^${node.label ?? node.identifier}]`,
        right: 'take it out: it is made from `sources`',
      };
    default:
      return undefined;
  }
}
