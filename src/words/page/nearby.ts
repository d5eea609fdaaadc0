/** The neighbours, and where this port lies on the chart. */
import { blockAddress, blockName, blockOf, portAddress } from '../../base/addresses.ts';
import { type Html, html } from '../../base/html.ts';
import type { Status } from '../../base/statuses.ts';
import { name, said } from '../messages/said.ts';
import type { PortName } from '../port/name.ts';
import { authored, type PageView } from './view.ts';

export const STRIP_LENGTH = 64;

interface StripRun {
  status: Status;
  start: number;
  length: number;
}

/** 64 numbers of the chart as runs of one status, small enough to stand in the page. */
export interface Strip {
  low: number;
  /** The place of the port within the strip. */
  at: number;
  runs: StripRun[];
}

export interface Neighbour {
  port: number;
  rel?: 'prev' | 'next';
  /** What it is called, or what an author says of it. */
  text: PortName | { authored: string };
}

export interface Neighbourhood {
  strip: Strip;
  neighbours: readonly Neighbour[];
}

export function nearbyHtml({ neighbours, strip }: Neighbourhood, view: PageView): Html {
  const { record, speaker } = view;
  const block = blockOf(record.port);
  const items = neighbours.map((neighbour) => neighbourHtml(neighbour, view));
  return html`<section id="nearby">
    <h2>${speaker.html(said('nearby.heading'))}</h2>
    ${stripHtml(strip, view)}
    <ul>${items}<li><a href="${blockAddress(block)}">${blockName(block)}</a></li></ul>
  </section>`;
}

function neighbourHtml({ port, rel, text }: Neighbour, view: PageView): Html {
  const link = html`<a${rel && html` rel="${rel}"`} href="${portAddress(port)}">${port}</a>`;
  return html`<li>${link} ${calledHtml(text, view)}</li>`;
}

/** Marked so that a script can say in another language what is no name. */
function calledHtml(text: Neighbour['text'], { speaker }: PageView): Html | string {
  if ('authored' in text) return html`<span lang="en">${authored(text.authored)}</span>`;
  if ('names' in text) return text.names.join(', ');
  const { name: of } = text.values as { name?: { name: string } };
  return html`<span data-called="${text.id}"${of && html` data-of="${of.name}"`}>${speaker.html(text)}</span>`;
}

/** One shape for each status: half the bytes of one for each run. */
function stripHtml({ at, low, runs }: Strip, { speaker }: PageView): Html {
  const values = { low: name(String(low)), high: name(String(low + STRIP_LENGTH - 1)) };
  const shapes = [...Map.groupBy(runs, ({ status }) => status)].map(([status, own]) => {
    const path = own.map(({ length, start }) => `M${start} 1h${length}v2H${start}z`).join('');
    return html`<path class="${status}" d="${path}"/>`;
  });
  const label = speaker.text(said('nearby.strip', values));
  return html`<svg viewBox="0 0 ${STRIP_LENGTH} 4" role="img" aria-label="${label}">
    ${shapes}<path class="here" d="M${at} 0h1v4h-1z"/>
  </svg>`;
}
