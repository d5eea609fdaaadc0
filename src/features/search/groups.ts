/**
 * What Pagefind takes for a page. A record of its own for each of 9,000 ports would cost every reader
 * 50 kB before the first result; so ports that the filters cannot tell apart share a record, as
 * sections of one page. What people wrote stands in records of its own.
 */
import { escapeHtml } from '../../base/escape.ts';
import { rangeOf } from '../../base/ranges.ts';
import { type Passage, WEIGHTS } from './passages.ts';
import { decodeState } from './state.ts';

export interface Section {
  port: number;
  name: string;
  /** Status and transports, as state.ts writes them. */
  state: string;
  /** Whether somebody wrote its story. */
  authored: boolean;
  passages: Passage[];
}

const PORTS_A_GROUP = 10;

export function groupsOf(sections: readonly Section[]): Section[][] {
  const alike = Map.groupBy(
    sections.filter(({ authored }) => !authored),
    ({ port, state }) => `${rangeOf(port)} ${state}`,
  );
  const alone = sections.filter(({ authored }) => authored).map((section) => [section]);
  const together = [...alike.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / PORTS_A_GROUP) }, (_, index) =>
      group.slice(index * PORTS_A_GROUP, (index + 1) * PORTS_A_GROUP),
    ),
  );
  return [...alone, ...together];
}

/** The page that Pagefind reads: a heading for each port, whose id tells all that a result shows. */
export function groupHtml(group: readonly Section[]): string {
  const [first] = group;
  if (!first) return '';
  return pageHtml(
    filtersOf(first),
    group.map(({ name, passages, port, state }) => sectionHtml(`${port}-${state}`, name, passages)),
  );
}

export function pageHtml(filters: readonly string[], sections: readonly string[]): string {
  const marks = filters.map((filter) => `<i data-pagefind-filter="${filter}"></i>`);
  return `<html lang="en"><body>${[...marks, ...sections].join('')}</body></html>`;
}

export function sectionHtml(id: string, name: string, passages: readonly Passage[]): string {
  const texts = passages.map(
    ({ text, weight }) => `<p data-pagefind-weight="${weight}">${escapeHtml(text)}</p>`,
  );
  return `<h2 id="${id}" data-pagefind-weight="${WEIGHTS.name}">${escapeHtml(name)}</h2>${texts.join('')}`;
}

function filtersOf({ authored, port, state }: Section): string[] {
  const { status, transports } = decodeState(state);
  return [
    `range:${rangeOf(port)}`,
    `status:${status}`,
    ...transports.map((transport) => `transport:${transport}`),
    ...(authored ? ['story:yes'] : []),
  ];
}
