/** A page as a tree, and the few ways in which the tests look at one. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;

const isElement = (node: Node): node is Element => 'tagName' in node;

export function rootOf(html: string): Element {
  const document = parse(html, { sourceCodeLocationInfo: true });
  return document.childNodes.find(isElement) as Element;
}

export function* elementsIn(root: Element): Generator<Element> {
  yield root;
  // What stands in a <template> is its content, not its children.
  const { childNodes } =
    'content' in root ? (root as DefaultTreeAdapterTypes.Template).content : root;
  for (const child of childNodes) if (isElement(child)) yield* elementsIn(child);
}

export const childrenOf = (parent: Element): Element[] => parent.childNodes.filter(isElement);

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

/** As shown: without space at the ends, and no more than one in between. */
export function textOf(node: Node): string {
  return rawTextOf(node).replace(/\s+/g, ' ').trim();
}

export function rawTextOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return isElement(node) ? node.childNodes.map(rawTextOf).join('') : '';
}
