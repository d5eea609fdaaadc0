/** The story below the frontmatter, as a syntax tree whose positions are those of the file. */
import type { FootnoteReference, Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export interface Body {
  /** Undefined where the MDX does not parse. */
  tree: Root | undefined;
  error: { line: number; message: string } | undefined;
}

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze();

const FOOTNOTE = /\[\^([^\]\s]+)\]/g;

/** Parses what follows the offset. `keys` are those of the sources: their definitions are made at build time. */
export function parseBody(text: string, offset: number): Body {
  // Blank lines in place of the frontmatter keep the line numbers true.
  const source = text.slice(0, offset).replace(/[^\n]+/g, '') + text.slice(offset);
  // GFM takes [^key] for a footnote only where it is defined, and the definitions are made from
  // `sources` at build time. So every key is defined here, below the text; whether it should be
  // is for the rule on sources to say.
  const keys = new Set([...source.matchAll(FOOTNOTE)].map((match) => match[1]));
  const definitions = [...keys].map((key) => `[^${key}]: .`).join('\n\n');
  try {
    const tree = parser.parse(`${source}\n\n${definitions}\n`);
    // Definitions that the author wrote stay in the tree; ours go.
    const last = source.split('\n').length;
    const open = tree.children.find(
      ({ type, position }) => type === 'code' && (position?.end.line ?? 0) > last,
    );
    if (open)
      return {
        tree: undefined,
        error: { line: lineOf(open), message: 'a code block is not closed' },
      };
    tree.children = tree.children.filter((node) => lineOf(node) <= last);
    return { tree, error: undefined };
  } catch (error) {
    return { tree: undefined, error: readError(error, offset > 0 ? lineAt(text, offset) : 1) };
  }
}

function readError(error: unknown, fallback: number): { line: number; message: string } {
  const { line, reason, message } = error as { line?: number; reason?: string; message: string };
  const text = reason ?? message;
  // An element that nothing closes has no line of its own, but the message says where it was opened.
  const opened = /\((\d+):\d+-/.exec(text)?.[1];
  return { line: line ?? (opened ? Number(opened) : fallback), message: text };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** Every node of the tree, parents first. */
export function* walk(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child);
}

export function footnotes(tree: Root | undefined): FootnoteReference[] {
  return tree ? [...walk(tree)].filter((node) => node.type === 'footnoteReference') : [];
}
