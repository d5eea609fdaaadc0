/** May I use this port for my own program? The answer, its reasons, and better ports near by. */
import { guideAddress, portAddress } from '../../base/addresses.ts';
import { type Html, html } from '../../base/html.ts';
import type { Reason } from '../../facts/atlas/record.ts';
import { type MessageId, name, said } from '../messages/said.ts';
import { otherReasons, ownAnswers, reasonLine, verdictAnswer } from '../port/verdict.ts';
import type { PageView } from './view.ts';

/** Where a reason raises a question, the guide that answers it; an undocumented port has no bytes to spare. */
const GUIDES: Partial<Record<string, { slug: string; words: MessageId }>> = {
  privileged: { slug: 'ports-below-1024', words: 'use.guidePrivileged' },
  refused: { slug: 'browser-refused-ports', words: 'use.guideRefused' },
  ephemeral: { slug: 'ephemeral-ports', words: 'use.guideEphemeral' },
};

const UNTOLD = ['other-ephemeral', 'in-profile'];

export function useItHtml(view: PageView): Html {
  const { record, speaker } = view;
  const { documented, port, verdict } = record;
  // An undocumented port says in its card which systems use it for outgoing connections, and has no
  // bytes for a profile that changes nothing.
  const told = otherReasons(verdict).filter(({ id }) => documented || !UNTOLD.includes(id));
  const items = told.map((reason) => {
    const guide = documented ? GUIDES[reason.id] : undefined;
    const link =
      guide && html` <a href="${guideAddress(guide.slug)}">${speaker.html(said(guide.words))}</a>`;
    const line = reasonLine(documented ? reason : shortened(reason));
    return html`<li>${speaker.html(line)}${link}</li>`;
  });
  return html`<section id="use-it">
    <h2>${speaker.html(said('use.heading', { port: name(String(port)) }))}</h2>
    <p>${speaker.html(said('use.own'))} <b>${speaker.sentences(ownAnswers(verdict))}</b></p>
    <p>${speaker.html(said('use.publish'))} <b>${speaker.html(verdictAnswer(record))}</b></p>
    ${items.length > 0 && html`<ul>${items}</ul>`}
    ${choicesHtml(view)}
  </section>`;
}

/** One range makes the point, and an undocumented port has no bytes for more. */
const MOST_RANGES = 1;

function shortened(reason: Reason): Reason {
  const values = Object.entries(reason.values).map(([key, value]) => [
    key,
    key === 'ranges' && Array.isArray(value) && value.length > MOST_RANGES
      ? [...value.slice(0, MOST_RANGES), '…']
      : value,
  ]);
  return { ...reason, values: Object.fromEntries(values) };
}

function choicesHtml({ record, speaker }: PageView): Html | '' {
  const { nearestFree, verdict } = record;
  const better = verdict.better.length > 0;
  const choices = better ? verdict.better : nearestFree;
  if (choices.length === 0) return '';
  const links = { links: choices.map((port) => ({ name: String(port), href: portAddress(port) })) };
  const line = said(better ? 'use.better' : 'use.alsoFree', { ports: links });
  return html`<p>${speaker.html(line)} <a href="/choose">${speaker.html(said('use.chooseAnother'))}</a></p>`;
}
