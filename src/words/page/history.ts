/** A dated timeline: the registry's past and the author's events. */
import { type Html, html } from '../../base/html.ts';
import type { When } from '../../facts/atlas/record.ts';
import { said } from '../messages/said.ts';
import { historyOf } from '../port/history.ts';
import { authored, authorLanguage, citeHtml, type PageView } from './view.ts';

export function historyHtml(view: PageView): Html | '' {
  const lines = historyOf(view.record);
  if (lines.length === 0) return '';
  const items = lines.map(({ line, source, when }) => {
    const words =
      'authored' in line
        ? html`<span${authorLanguage(view)}>${authored(line.authored)}${citeHtml(source, view)}</span>`
        : html`<span>${view.speaker.html(line)}${citeHtml(source, view)}</span>`;
    return html`<li><time datetime="${when.date}">${whenHtml(when, view)}</time> ${words}</li>`;
  });
  return html`<section id="history">
    <h2>${view.speaker.html(said('history.heading'))}</h2>
    <ol class="timeline">${items}</ol>
  </section>`;
}

/** A column of dates is read fastest as the registry writes them, in every language. */
function whenHtml(when: When, { speaker }: PageView): Html | string {
  if (when.precision === 'on') return when.date;
  return when.precision === 'by'
    ? speaker.html(said('history.by', { date: { name: when.date } }))
    : speaker.html(
        said('history.between', { after: { name: when.after }, date: { name: when.date } }),
      );
}
