/**
 * The questions of a port as HTML: the same string in the page as it is served, and in the browser
 * when it shows another language.
 */
import { escapeHtml } from '../../base/escape.ts';
import { END_ISOLATE, ISOLATE, ISOLATE_LTR } from '../locales/compiled.ts';
import type { Answered, Block } from './faq.ts';

/** Told to search engines as microdata, where the page has the room. */
export function faqHtml(entries: readonly Answered[], microdata = false): string {
  return entries
    .map(({ answer, id, question }) =>
      detailsHtml(id, wordsHtml(question), joined(answer), microdata),
    )
    .join('');
}

export function detailsHtml(
  id: string,
  question: string,
  answer: string,
  microdata: boolean,
): string {
  return microdata
    ? `<details id=faq-${id} itemprop=mainEntity itemscope itemtype=https://schema.org/Question>` +
        `<summary itemprop=name>${question}</summary>` +
        '<div itemprop=acceptedAnswer itemscope itemtype=https://schema.org/Answer>' +
        `<p itemprop=text>${answer}</div></details>`
    : `<details id=faq-${id}><summary>${question}</summary>${answer}</details>`;
}

/** The full stop of Chinese and Japanese brings its own space along. */
const joined = (blocks: readonly Block[]) =>
  blocks.map(blockHtml).join(' ').replaceAll('。 ', '。');

const blockHtml = (block: Block): string =>
  'text' in block ? wordsHtml(block.text) : `<kbd>${escapeHtml(block.command)}</kbd>`;

/** What a text marks as no word of its language is kept whole by <bdi>. */
const wordsHtml = (text: string): string =>
  escapeHtml(text)
    .replaceAll(ISOLATE, '<bdi>')
    .replaceAll(ISOLATE_LTR, '<bdi dir=ltr>')
    .replaceAll(END_ISOLATE, '</bdi>');
