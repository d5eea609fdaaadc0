/** How to see what listens, stop it, allow or block it; and what an author says to ask the service itself. */
import { type Html, html, raw } from '../../base/html.ts';
import { commandsHtml } from '../commands/html.ts';
import { name, said } from '../messages/said.ts';
import { authored, authorLanguage, type PageView } from './view.ts';

export function checkHtml(view: PageView): Html {
  const { record, speaker } = view;
  const port = name(String(record.port));
  return html`<section id="check">
    <h2>${speaker.html(said('check.heading', { port }))}</h2>
    ${serviceHtml(view)}
    ${raw(commandsHtml(record, speaker))}
  </section>`;
}

function serviceHtml(view: PageView): Html | '' {
  const { page } = view.record;
  if (!page || page.checks.length === 0) return '';
  const { speaker } = view;
  const written = (text: string) => html`<span${authorLanguage(view)}>${authored(text)}</span>`;
  const items = page.checks.map(
    ({ command, healthy, label, suspicious }) => html`
      <h4${authorLanguage(view)}>${authored(label)}</h4>
      <dl>
        <dt translate="no">${command}</dt>
        <dd>${speaker.html(said('check.healthy'))} ${written(healthy)}</dd>
        <dd>${speaker.html(said('check.suspicious'))} ${written(suspicious)}</dd>
      </dl>`,
  );
  return html`<section class="service">
    <h3>${speaker.html(said('check.service'))}</h3>
    ${items}
  </section>`;
}
