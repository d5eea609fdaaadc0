/** The story sentence by sentence, each with the sources whose footnotes stand in it. */
import type { Nodes, Root } from 'mdast';
import { lineOf, walk } from './body.ts';

export interface CitedSentence {
  /** Code spans included. */
  text: string;
  sources: string[];
  line: number;
}

/** Around the key of a footnote, inside a text. */
const MARK = '\uE000';
const MARKED = /\uE000([^\uE000]*)\uE000/g;
/** A full stop, the footnotes behind it, and a blank. */
const SENTENCE = /[\s\S]*?(?:[.!?:|]["'”’)]*(?:\uE000[^\uE000]*\uE000)*(?=\s|$)|$)/g;

export function citedSentences(tree: Root | undefined): CitedSentence[] {
  if (!tree) return [];
  return [...walk(tree)]
    .filter((node) => node.type === 'paragraph' || node.type === 'tableRow')
    .flatMap((block) =>
      [...markedText(block).matchAll(SENTENCE)]
        .filter(([sentence]) => sentence.trim())
        .map(({ 0: sentence, index, input }) => ({
          text: sentence.replace(MARKED, '').trim(),
          sources: [...sentence.matchAll(MARKED)].map(([, key = '']) => key),
          line: lineOf(block) + (input.slice(0, index).match(/\n/g)?.length ?? 0),
        })),
    );
}

function markedText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'footnoteReference') return `${MARK}${node.identifier}${MARK}`;
  if (node.type === 'tableCell') return `${node.children.map(markedText).join('')} | `;
  return 'children' in node ? node.children.map(markedText).join('') : '';
}
