/** The names that port lists give, side by side: a row per list, a column per transport, IANA first. */
import { type Html, html } from '../../base/html.ts';
import { type Said, said } from '../messages/said.ts';
import { listTable } from '../port/list-table.ts';
import type { PageView } from './view.ts';

export function listsHtml({ record, speaker }: PageView): Html | '' {
  const table = listTable(record, speaker);
  if (!table) return '';
  const rows = table.rows.map(
    ({ cells, name, source }) => html`<tr>
      <th scope="row"><a href="#s-${source}">${name}</a></th>
      ${cells.map((names) => html`<td>${names.map(cellHtml)}</td>`)}
    </tr>`,
  );
  const say = (id: Said['id']) => speaker.html(said(id));
  const transports = table.transports.map(
    (transport) => html`<th scope="col">${transport.toUpperCase()}</th>`,
  );
  const note = html`<p class="note"><i class="differs">${say('lists.different')}</i></p>`;
  return html`<section id="uses">
    <h2>${say('lists.heading')}</h2>
    <div class="scroll" role="region" aria-label="${speaker.text(said('lists.caption'))}" tabindex="0">
      <table>
        <thead><tr><th scope="col">${say('lists.source')}</th>${transports}</tr></thead>
        <tbody>
          <tr>
            <th scope="row"><a href="#s-iana">IANA</a></th>
            ${table.iana.map((text) => html`<td>${text}</td>`)}
          </tr>
          ${rows}
        </tbody>
      </table>
    </div>
    ${table.differs && note}
  </section>`;
}

const cellHtml = (
  { differs, name, range }: { name: string; differs: boolean; range: string | undefined },
  index: number,
) =>
  html`
    ${index > 0 && ', '}
    ${differs ? html`<i class="differs">${name}</i>` : name}
    ${range && html`<small> (${range})</small>`}`;
