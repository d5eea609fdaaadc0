/** The questions that everybody has, answered for this port, then those that an author asks of it alone. */
import { type Html, html, raw } from '../../base/html.ts';
import { faqFacts } from '../faq/facts-of-record.ts';
import { faqOf } from '../faq/faq.ts';
import { faqHtml } from '../faq/html.ts';
import { ownQuestionsHtml } from '../faq/own-questions.ts';
import { formatMessage, formatterFor } from '../locales/compiled.ts';
import type { PageView } from './view.ts';

export function questionsHtml(view: PageView): Html {
  const { record, speaker, words } = view;
  // An undocumented port's page has no room for markup that only search engines read.
  const microdata = record.documented
    ? raw(' itemscope itemtype="https://schema.org/FAQPage"')
    : '';
  const formatter = formatterFor(speaker.code);
  const port = formatter.isolate(String(record.port));
  const heading = speaker.marked(formatMessage(words.page.faq.title, { port }, formatter));
  const general = faqHtml(faqOf(faqFacts(record), words.page, speaker.code), record.documented);
  const own = ownQuestionsHtml(record.page?.faq ?? [], view);
  return html`<section id="faq"${microdata}><h2>${heading}</h2>${raw(general + own)}</section>`;
}
