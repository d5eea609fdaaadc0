/** The sections of the page, as links. Where there is room they stand beside it, all of them. */
import { type Html, html } from '../../base/html.ts';
import { type MessageId, said } from '../messages/said.ts';
import type { PageView } from './view.ts';

/** In the order of the page. On a small screen only what readers come for is shown. */
const SECTIONS: readonly { id: string; words: MessageId; wide?: true }[] = [
  { id: 'story', words: 'jump.article', wide: true },
  { id: 'software', words: 'jump.programs', wide: true },
  { id: 'uses', words: 'lists.heading', wide: true },
  { id: 'history', words: 'history.heading', wide: true },
  { id: 'security', words: 'jump.security' },
  { id: 'check', words: 'jump.check' },
  { id: 'use-it', words: 'jump.use' },
  { id: 'faq', words: 'jump.faq' },
  { id: 'nearby', words: 'nearby.heading', wide: true },
  { id: 'sources', words: 'jump.sources' },
];

/** What stands beside the sections that are made of the record; an undocumented page has no bytes for more. */
const otherSections = ({ documented, page }: PageView['record']): string[] => [
  'sources',
  ...(documented ? ['nearby'] : []),
  ...(page ? ['story'] : []),
];

export function contentsHtml({ record, speaker }: PageView, made: readonly string[]): Html {
  const there = [...made, ...otherSections(record)];
  const links = SECTIONS.filter(({ id }) => there.includes(id)).map(
    ({ id, wide, words }) =>
      html`<a${wide && html` class="wide"`} href="#${id}">${speaker.html(said(words))}</a> `,
  );
  const label = speaker.text(said('jump.label'));
  return html`<nav class="jump" aria-label="${label}">${links}<pn-share></pn-share></nav>`;
}
