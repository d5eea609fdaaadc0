/** What an author asks of this port alone. It stays English, as the author's story does. */
import { escapeHtml } from '../../base/escape.ts';
import type { PortPage } from '../../facts/schemas/port-page.ts';
import { citeHtml, type PageView } from '../page/view.ts';
import { detailsHtml } from './html.ts';

const ANCHOR_WORDS = 6;

export function ownQuestionsHtml(
  questions: PortPage['faq'],
  view: Pick<PageView, 'citations' | 'speaker'>,
): string {
  const details = questions.map(({ answer, question, source }) => {
    return detailsHtml(
      anchorOf(question),
      markup(question),
      `${markup(answer)}${citeHtml(source, view)}`,
      true,
    );
  });
  return details.length > 0 ? `<div lang=en dir=ltr>${details.join('')}</div>` : '';
}

/** 'Can port 80 be closed?' is found at #faq-can-port-80-be-closed. */
export function anchorOf(question: string): string {
  const words = question.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, ANCHOR_WORDS).join('-');
}

/** Authors mark code with backticks. */
const markup = (text: string): string =>
  escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
