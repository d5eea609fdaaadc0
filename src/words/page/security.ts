/** Security: an author's judgement and facts, then what the tables report; or plainly that we have nothing. */
import { type Html, html } from '../../base/html.ts';
import { evidenceUrl } from '../../facts/atlas/evidence.ts';
import { name, said } from '../messages/said.ts';
import { exposureAdvice } from '../port/exposure.ts';
import { hasSecurity } from '../port/security.ts';
import type { SecurityLine } from '../port/security-line.ts';
import { authored, authorLanguage, citeHtml, type PageView } from './view.ts';

export function securityHtml(view: PageView): Html | '' {
  const { record, speaker } = view;
  if (!hasSecurity(record)) return '';
  const facts = [
    ...authoredFacts(view),
    ...view.security.map((line) => lineHtml(line, view)),
    ...mentionedFacts(view),
  ];
  const port = name(String(record.port));
  const body =
    facts.length > 0
      ? html`<ul class="facts">${facts}</ul>`
      : !record.page && html`<p>${speaker.html(said('security.nothing', { port }))}</p>`;
  return html`<section id="security">
    <h2>${speaker.html(said('security.heading'))}</h2>
    ${judgementHtml(view)}
    ${body}
  </section>`;
}

function judgementHtml(view: PageView) {
  const security = view.record.page?.security;
  return (
    security &&
    html`<p>
      <b>${view.speaker.html(exposureAdvice(security))}</b>${' '}
      <span${authorLanguage(view)}>${authored(security.reason)}</span>
      ${citeHtml(security.source, view)}
    </p>`
  );
}

const authoredFacts = (view: PageView): Html[] =>
  (view.record.page?.security.facts ?? []).map(
    ({ date, id, source, text }) => html`<li${authorLanguage(view)}>
      ${markOf(date, id)} ${authored(text)}${citeHtml(source, view)}
    </li>`,
  );

/** The year, and the number of a CVE. */
const markOf = (date: string, id: string | undefined): Html =>
  html`<b>${[date.slice(0, 4), id].filter(Boolean).join(' · ')}</b>`;

function lineHtml({ evidence, line, reference, source }: SecurityLine, view: PageView): Html {
  // A page with a story has no room for the files; the JSON has them.
  const files = view.record.page
    ? []
    : [evidence && evidenceUrl(evidence, view.sources), reference].filter(
        (address) => address !== undefined,
      );
  const links = files.map((address, index) => html` <a href="${address}">[${index + 1}]</a>`);
  return html`<li>${view.speaker.html(line)}${links}${citeHtml(source, view)}</li>`;
}

/** Worms, back doors and incidents that the page of another port ties to this one. */
const mentionedFacts = (view: PageView): Html[] =>
  view.record.mentions.flatMap(({ facts, port, title }) =>
    facts
      .filter(({ kind }) => kind !== 'history')
      .map(
        ({ date, id, source, text }) => html`<li${authorLanguage(view)}>
          ${markOf(date, id)} ${authored(text)} <a href="/${port}">${title}</a>;${' '}
          <a href="${source.url}">${source.publisher}</a>
        </li>`,
      ),
  );
