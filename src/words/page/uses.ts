/** Programs that use the port: established ones first, with who says so; single reports after a line. */
import { portAddress } from '../../base/addresses.ts';
import { MORE } from '../../base/english-formats.ts';
import { type Html, html } from '../../base/html.ts';
import { date, link, name, names, type Said, said } from '../messages/said.ts';
import { type UseLine, useLines } from '../port/use-lines.ts';
import { mainAssignments } from '../prose/names.ts';
import { authored, authorLanguage, citeHtml, type PageView } from './view.ts';

/** As many as a reader takes in; the rest is folded, and all are in the JSON. */
const MOST = 8;
const MOST_FOLDED = 20;
const MOST_BESIDE_AUTHOR = 6;

export function usesHtml(view: PageView): Html | '' {
  const { record, sources, speaker } = view;
  const { established, reported } = useLines(record, sources);
  const mentions = record.page ? [] : record.mentions;
  if (established.length + reported.length + mentions.length === 0) return '';
  const say = (line: Said) => speaker.html(line);
  const port = name(String(record.port));
  const reports =
    reported.length > 0 &&
    html`<h3>${say(said('uses.reportedHeading'))}</h3>${listHtml(reported, view)}`;
  return html`<section id="software">
    <h2>${say(said('uses.heading', { port }))}</h2>
    ${elsewhereHtml(view, established)}
    ${listHtml(established, view)}
    ${reports}
    ${mentionsHtml(view)}
  </section>`;
}

/** Registered name and real use side by side, where they differ. */
function elsewhereHtml({ record, speaker }: PageView, established: readonly UseLine[]) {
  const services = [...new Set(mainAssignments(record).map(({ service }) => service))].filter(
    Boolean,
  );
  const told = established.map((use) => use.name.toLowerCase()).join(' ');
  const silent = services.every((service) => !told.includes(service.toLowerCase()));
  return (
    !record.page &&
    services.length > 0 &&
    established.length > 0 &&
    silent &&
    html`<p>${speaker.html(said('uses.registeredElse', { services: names(services) }))}</p>`
  );
}

function listHtml(uses: readonly UseLine[], view: PageView) {
  if (uses.length === 0) return '';
  const authored = view.record.page?.uses.length ?? 0;
  const told = uses.filter(({ cited }) => cited !== undefined).length;
  // Beside what an author found, the tables add names.
  const most = authored > 0 ? told : MOST;
  const items = uses.slice(0, most).map((use) => html`<li>${useHtml(use, view)}</li>`);
  const list = items.length > 0 && html`<ul class="uses">${items}</ul>`;
  return html`${list}${foldedHtml(uses.slice(most), view)}`;
}

/** The names alone, and no more than anybody reads: port 8080 has some 250. */
function foldedHtml(rest: readonly UseLine[], { record, speaker }: PageView): Html | '' {
  if (rest.length === 0) return '';
  const all = [...new Set(rest.map((use) => use.name))];
  const most = record.page ? MOST_BESIDE_AUTHOR : MOST_FOLDED;
  const shown = all.length > most ? [...all.slice(0, most), MORE] : all;
  return html`<details>
    <summary>${speaker.html(said('uses.more', { count: rest.length }))}</summary>
    <p>${speaker.value(names(shown))}</p>
  </details>`;
}

function useHtml(use: UseLine, view: PageView): Html {
  const { speaker } = view;
  const { accordingTo, cited, home, kind, role, transports } = use;
  const facts = [
    transports.length > 0 && transports.join(', ').toUpperCase(),
    kind && speaker.html(said(`uses.${kind}`)),
    ...periodOf(use).map((line) => speaker.html(line)),
  ].filter(Boolean);
  const parts = facts.flatMap((fact, index) => (index === 0 ? [fact] : [' · ', fact]));
  return html`<b>${speaker.value(link(use.name, home))}</b>${parts.length > 0 && html` <small>${parts}</small>`}${
    role !== '' && html` <span${authorLanguage(view)}>${authored(role)}</span>`
  }${
    accordingTo.length > 0 &&
    html` <small>${speaker.html(said('uses.accordingTo', { sources: { links: accordingTo } }))}</small>`
  }${citeHtml(cited, view)}`;
}

function periodOf({ since, until }: UseLine): Said[] {
  if (since && until) return [said('uses.between', { since: date(since), until: date(until) })];
  if (since) return [said('uses.since', { date: date(since) })];
  return until ? [said('uses.until', { date: date(until) })] : [];
}

/** What the pages of other ports say of this one. */
function mentionsHtml(view: PageView) {
  const { record, speaker } = view;
  const told = record.page ? [] : record.mentions;
  if (told.length === 0) return '';
  const items = told.map(
    ({ port, reason, title }) => html`<li>
      <a href="${portAddress(port)}">${port} ${title}</a>
      ${reason && html`: <span${authorLanguage(view)}>${authored(reason)}</span>`}
    </li>`,
  );
  return html`<h3>${speaker.html(said('uses.mentionedHeading'))}</h3><ul>${items}</ul>`;
}
