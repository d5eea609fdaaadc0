/** English that stands on a page in another language, outside what stays English: names, commands, stories. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { CompiledTree } from '../../src/words/locales/compiled.ts';
import { changeWords } from './change-words.ts';
import { attribute, type Element, type Node } from './dom.ts';

/** Each letter that a message itself brings is taken out: what is left comes from elsewhere. */
export const withoutLetters = <Tree>(tree: CompiledTree<Tree>): CompiledTree<Tree> =>
  changeWords(tree, (text) => text.replaceAll(/\p{L}/gu, '·'));

/** What a page marks as no words of its language: values, names, commands, and what is said to be English. */
function isKept(element: Element): boolean {
  return (
    ['bdi', 'code', 'kbd', 'time', 'dt', 'th', 'td'].includes(element.tagName) ||
    attribute(element, 'lang') === 'en' ||
    attribute(element, 'translate') === 'no' ||
    // The names of programs, of sources and of ports are links or stand bold before what is said of them.
    (element.tagName === 'a' && /^(?:https:|#s-|\/\d)/.test(attribute(element, 'href') ?? ''))
  );
}

const SYSTEMS = ['Linux', 'macOS', 'Windows'];

/** Words in small letters; capitals are TCP, IANA and their like. */
const WORD = /\p{Ll}{3,}/u;

export function foreignTexts(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Node) => {
    if (node.nodeName === '#text') {
      const { value } = node as DefaultTreeAdapterTypes.TextNode;
      if (WORD.test(value) && !SYSTEMS.includes(value)) found.push(value.trim());
      return;
    }
    if (!('tagName' in node) || isKept(node)) return;
    for (const child of node.childNodes) visit(child);
  };
  for (const node of parseFragment(html).childNodes) visit(node);
  return found;
}
