/** What the sections of a port's page are made of. The build and the browser both make one. */
import { type Html, html, raw } from '../../base/html.ts';
import type { PortRecord, SourceIndex } from '../../facts/atlas/record.ts';
import { name, said } from '../messages/said.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { Spoken, Words } from '../messages/spoken.ts';
import { securityOf } from '../port/security.ts';
import type { SecurityLine } from '../port/security-line.ts';
import { type Citation, citationsOf } from '../prose/source-list.ts';

export interface PageView {
  record: PortRecord;
  sources: SourceIndex;
  citations: readonly Citation[];
  /** What the tables report, as far as the page shows it. */
  security: readonly SecurityLine[];
  speaker: Speaker;
  words: Words;
}

/** Each thing is found once. */
export function viewOf(record: PortRecord, sources: SourceIndex, spoken: Spoken): PageView {
  const security = securityOf(record, sources);
  const citations = citationsOf(record, sources, security);
  return { ...spoken, record, sources, security, citations };
}

/** The number of a source, as a link to it. */
export function citeHtml(
  id: string | undefined,
  { citations, speaker }: Pick<PageView, 'citations' | 'speaker'>,
): Html | '' {
  const number = citations.find((citation) => citation.id === id)?.number;
  if (number === undefined) return '';
  const label = speaker.text(said('sources.mark', { number: name(String(number)) }));
  return html` <a class="cite" href="#s-${id}" aria-label="${label}">${number}</a>`;
}

/** What an author wrote stays English on a page in another language, and says so. */
export const authorLanguage = ({ speaker }: Pick<PageView, 'speaker'>): Html =>
  raw(speaker.code === 'en' ? '' : ' lang=en dir=ltr') as Html;

/** An author's text: `code` in backticks becomes code. */
export const authored = (text: string): Html =>
  raw(
    text
      .split('`')
      .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))
      .join(''),
  ) as Html;
