/** Every source used on the page, once, with its date. */
import { type Html, html } from '../../base/html.ts';
import { date, link, said } from '../messages/said.ts';
import type { Citation } from '../prose/source-list.ts';
import type { PageView } from './view.ts';

export function sourcesHtml(view: PageView): Html {
  const { citations, record, speaker } = view;
  const items = citations.map((citation) => html`<li id="s-${citation.id}">${itemHtml(citation, view)}</li>`);
  const { documented, port } = record;
  const forms = said('sources.otherForms', {
    json: link('JSON', `/${port}.json`),
    text: link(speaker.text(said('sources.text')), `/${port}.txt`),
  });
  return html`<section id="sources"><h2>${speaker.html(said('sources.heading'))}</h2><ol class="sources">${items}</ol>${documented && html`<p class="note">${speaker.html(forms)}</p>`}</section>`;
}

/** Where there is little room, the short name: the page on the sources says the rest. */
function itemHtml({ checked, date: of, id, opened, publisher, title, url }: Citation, view: PageView) {
  const { record, sources, speaker } = view;
  const short = record.documented ? undefined : sources.get(id)?.short;
  const reading = checked && speaker.html(opened ? said('sources.read', { date: date(checked) }) : said('sources.cited'));
  return html`${short ? html`<a href="/about#${id}">${short}</a>` : html`<a href="${url}">${title}</a>, ${publisher}`}${of && html`, ${of}`}${reading && html`; ${reading}`}`;
}
