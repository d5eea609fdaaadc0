/** Every source used on a page, once, with its date. */
import { type Html, html } from '../../base/html.ts';
import type { SourceIndex } from '../../facts/atlas/record.ts';
import { date, link, said } from '../messages/said.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { Citation } from '../prose/source-list.ts';
import type { PageView } from './view.ts';

export function sourcesHtml(view: PageView): Html {
  const { citations, record, sources, speaker } = view;
  const note = record.documented && html`<p class="note">${otherFormsHtml(view)}</p>`;
  return sectionHtml(citations, speaker, sources, note);
}

/** The same facts for programs. */
export function otherFormsHtml({ record, speaker }: PageView): Html {
  const { port } = record;
  const forms = said('sources.otherForms', {
    json: link('JSON', `/${port}.json`),
    text: link(speaker.text(said('sources.text')), `/${port}.txt`),
  });
  return speaker.html(forms);
}

/** The list alone: guides have one too. */
export const sourceListHtml = (citations: readonly Citation[], speaker: Speaker): Html =>
  sectionHtml(citations, speaker);

/** @param short the tables by their short names */
function sectionHtml(
  citations: readonly Citation[],
  speaker: Speaker,
  short?: SourceIndex,
  note: Html | false = false,
): Html {
  const items = citations.map(
    (citation) => html`<li id="s-${citation.id}">${itemHtml(citation, speaker, short)}</li>`,
  );
  const heading = speaker.html(said('sources.heading'));
  return html`<section id="sources"><h2>${heading}</h2><ol class="sources">${items}</ol>${note}</section>`;
}

function itemHtml(citation: Citation, speaker: Speaker, short: SourceIndex | undefined): Html {
  const { checked, date: of, id, opened, publisher, title, url } = citation;
  // What an author read is told in full; the page on the sources says the rest of a table.
  const name = checked ? undefined : short?.get(id)?.short;
  const source = name
    ? html`<a href="/about#${id}">${name}</a>`
    : html`<a href="${shortened(url)}">${title}</a>, ${publisher}`;
  if (!checked) return html`${source}${of && html`, ${of}`}`;
  const reading = opened ? said('sources.read', { date: date(checked) }) : said('sources.cited');
  return html`${source}${of && html`, ${of}`}; <span>${speaker.html(reading)}</span>`;
}

/** As much of a commit as tells it from others: each byte stands on many pages. */
const shortened = (url: string): string =>
  url.replace(
    /(?<=^https:\/\/github\.com\/[^/]+\/[^/]+\/blob\/[0-9a-f]{12})[0-9a-f]{28}(?=\/)/,
    '',
  );
