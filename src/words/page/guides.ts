/** The guides that are about this port. They are in English. */
import { guideAddress } from '../../base/addresses.ts';
import { type Html, html, raw } from '../../base/html.ts';
import { said } from '../messages/said.ts';
import { authorLanguage, type PageView } from './view.ts';

export interface GuideLink {
  slug: string;
  title: string;
}

export function guidesHtml(guides: readonly GuideLink[], view: PageView): Html | '' {
  if (guides.length === 0) return '';
  const links = guides.map(
    ({ slug, title }) => html`<a href="${guideAddress(slug)}"${authorLanguage(view)}>${title}</a>`,
  );
  const label = view.speaker.html(said('guides.list', { count: guides.length }));
  return html`<p class="note">${label} ${raw(links.join('; '))}</p>`;
}
