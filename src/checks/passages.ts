/** The texts that an author wrote, wherever they stand on the page, each with its lines. */
import type { Link, Nodes, Root } from 'mdast';
import { lineOf, walk } from './body.ts';
import type { Fields } from './fields.ts';
import type { FrontMatter, Path } from './frontmatter.ts';

/**
 * 'label' for what only names something (headings, labels of checks); 'link' for the reasons of
 * `related`, which speak of another port; 'text' for the rest.
 */
type PassageKind = 'text' | 'label' | 'link';

export interface Passage {
  kind: PassageKind;
  /** Where it stands: 'body', or the field. */
  where: string;
  /** Without code spans (CODE in their place), footnote marks and the targets of links. */
  text: string;
  /** Words, those in code spans included. */
  words: number;
  lineAt: (offset: number) => number;
}

/** Stands in a passage's text where a code span or a component was: no word, and no space. */
const CODE = '\ufffc';

export function readPassages(
  front: FrontMatter,
  fields: Fields,
  tree: Root | undefined,
): Passage[] {
  return [...frontPassages(front, fields), ...(tree ? bodyPassages(tree) : [])];
}

function frontPassages(front: FrontMatter, fields: Fields): Passage[] {
  const found: Passage[] = [];
  const add = (path: Path, text: string | undefined, kind: PassageKind = 'text') => {
    if (!text) return;
    const words = countWords(text);
    found.push({
      kind,
      where: pathText(path),
      text: text.replace(/`[^`]*`/g, CODE),
      words,
      lineAt: () => front.lineOf(path),
    });
  };
  add(['summary'], fields.summary);
  for (const { value, path } of fields.questions) add(path, value, 'label');
  for (const { value, path } of fields.uses) add([...path, 'note'], value.note);
  for (const { value, path } of fields.history) add([...path, 'text'], value.text);
  add(['security', 'reason'], fields.security?.reason);
  for (const { value, path } of fields.facts) add([...path, 'text'], value.text);
  for (const { value, path } of fields.checks) {
    add([...path, 'label'], value.label, 'label');
    add([...path, 'healthy'], value.healthy);
    add([...path, 'suspicious'], value.suspicious);
  }
  for (const { value, path } of fields.related) add([...path, 'reason'], value.reason, 'link');
  for (const { value, path } of fields.faq) {
    add([...path, 'question'], value.question);
    add([...path, 'answer'], value.answer);
  }
  return found;
}

/** 'security.facts[2].text' */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, i) =>
      typeof step === 'number' ? `[${step}]` : i ? `.${String(step)}` : String(step),
    )
    .join('');
}

function bodyPassages(tree: Root): Passage[] {
  const found: Passage[] = [];
  for (const node of walk(tree)) {
    if (node.type === 'footnoteDefinition') continue;
    if (node.type === 'paragraph' || node.type === 'tableRow') found.push(flatten(node, 'text'));
    if (node.type === 'heading') found.push(flatten(node, 'label'));
  }
  return found;
}

/** One block as one string, with marks by which each place in it finds its line. */
function flatten(block: Nodes, kind: PassageKind): Passage {
  let text = '';
  let words = 0;
  const marks: { offset: number; line: number }[] = [];
  const visit = (node: Nodes): void => {
    marks.push({ offset: text.length, line: lineOf(node) });
    if (node.type === 'text') text += node.value;
    else if (node.type === 'inlineCode') {
      text += CODE;
      words += countWords(node.value);
    } else if (node.type === 'break') text += '\n';
    else if (node.type === 'tableCell') {
      node.children.forEach(visit);
      text += ' | ';
    } else if (node.type === 'link' && isBareAddress(node)) text += CODE;
    else if ('children' in node) node.children.forEach(visit);
    else if (node.type !== 'footnoteReference') text += CODE;
  };
  visit(block);
  const lineAt = (offset: number) => {
    const mark = marks.findLast((each) => each.offset <= offset) ?? {
      offset: 0,
      line: lineOf(block),
    };
    return mark.line + (text.slice(mark.offset, offset).match(/\n/g)?.length ?? 0);
  };
  return { kind, where: 'body', text, words: words + countWords(text), lineAt };
}

/** An address written out, which GFM makes a link by itself. */
function isBareAddress(node: Link): boolean {
  const [only] = node.children;
  return only?.type === 'text' && /^(https?:\/\/|www\.)\S+$/.test(only.value);
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.\-/:]*/gu)?.length ?? 0;
}
