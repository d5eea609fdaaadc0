/** <pn-results>: all results of a search, narrowed by filters; the address holds everything, so that Back works. */
import type { Filters } from '../features/search/filters.ts';
import type { Hit } from '../features/search/hit.ts';
import { parseQuery } from '../features/search/query.ts';
import { element } from './element.ts';
import { hitContent } from './hit-row.ts';

const PAGES = 8;
const SHOWN = 40;

class SearchPage extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const [status, results, nothing, filters] = this.children;
    const box = document.querySelector('pn-search form');
    const input = box?.querySelector('input');
    if (!(filters instanceof HTMLFormElement && box instanceof HTMLFormElement)) return;
    if (!status || !results || !(nothing instanceof HTMLElement) || !input) return;
    const port = portAskedFor(location.search);
    // The address bar's search and a box without its script lead here: a number goes on to its page.
    if (port !== undefined) return location.replace(`/${port}`);
    // Elsewhere the box comes a little after the page; here it is what the page is about.
    addEventListener('DOMContentLoaded', () => input.dispatchEvent(new Event('focus')));
    await customElements.whenDefined('pn-search');
    // The box has fetched it; at first the page needs none of it.
    const { findHits } = await import('./find-hits.ts');
    let pages = PAGES;
    let shown = SHOWN;
    let latest = 0;

    const run = () => {
      const { all: _, q = '', ...wanted } = addressed(location.search);
      const search = ++latest;
      document.title = `${q ? `${q}: ` : ''}Search | Portolan`;
      for (const select of filters.querySelectorAll('select'))
        select.value = wanted[select.name] ?? '';
      const how = { filters: wanted as Filters, pages, pause: 0, rows: shown };
      findHits(q, how, (hits, note, done) => {
        if (search !== latest) return;
        const count = hits.length === 1 ? '1 result' : `${hits.length} results`;
        status.textContent = note || (hits.length > 0 ? count : '');
        // What nothing was found for is not narrowed any further.
        filters.hidden = q === '' || (hits.length === 0 && Object.keys(wanted).length === 0);
        nothing.hidden = !done || hits.length > 0 || q === '';
        results.replaceChildren(...listsOf(hits.slice(0, shown)));
        if (hits.length <= shown) return;
        const more = element('button', {}, 'More');
        more.addEventListener('click', () => {
          pages *= 3;
          shown *= 3;
          run();
        });
        results.append(more);
      });
    };
    const go = () => {
      const choices = [...new FormData(box), ...new FormData(filters)].filter(([, value]) => value);
      history.pushState(null, '', `?${new URLSearchParams(choices as [string, string][])}`);
      pages = PAGES;
      shown = SHOWN;
      run();
    };

    filters.addEventListener('change', go);
    box.addEventListener('submit', (event) => {
      // The box itself goes to a port.
      if (event.defaultPrevented) return;
      event.preventDefault();
      go();
    });
    addEventListener('popstate', () => {
      input.value = askedFor();
      run();
    });
    // What somebody has typed meanwhile stays.
    input.value ||= askedFor();
    run();
  }
}

const addressed = (search: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(search));
const askedFor = () => new URLSearchParams(location.search).get('q') ?? '';

/** The one port that an address asks for; with a filter, or from 'See all', it asks for a list. */
function portAskedFor(search: string): number | undefined {
  const { q = '', ...others } = addressed(search);
  const { high, low, words } = parseQuery(q);
  return words || low !== high || Object.keys(others).length > 0 ? undefined : low;
}

/** A heading and a list for each group. */
function listsOf(hits: readonly Hit[]): HTMLElement[] {
  return [...Map.groupBy(hits, ({ group }) => group)].flatMap(([group, members]) => [
    element('h2', {}, group),
    element('ul', { className: 'hits' }, ...members.map(itemOf)),
  ]);
}

const itemOf = (hit: Hit) =>
  element('li', {}, element('a', { href: hit.href }, ...hitContent(hit)));

customElements.define('pn-results', SearchPage);
