/** <pn-results>: all results of a search, narrowed by filters; the address holds everything, so that Back works. */
import type { Filters } from '../features/search/filters.ts';
import type { Hit } from '../features/search/hit.ts';
import { parseQuery } from '../features/search/query.ts';
import type { SearchBox } from './search-box.ts';

const PAGES = 12;
const SHOWN = 40;

class SearchPage extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const [filters, status, results] = this.children;
    const box = document.querySelector('pn-search form');
    const input = box?.querySelector('input');
    if (!(filters instanceof HTMLFormElement && box instanceof HTMLFormElement)) return;
    if (!status || !results || !input) return;
    const port = portAskedFor(location.search);
    // The address bar's search and a box without its script lead here: a number goes on to its page.
    if (port !== undefined) return location.replace(`/${port}`);
    // Elsewhere the box comes a little after the page; here it is what the page is about.
    addEventListener('DOMContentLoaded', () => input.dispatchEvent(new Event('focus')));
    await customElements.whenDefined('pn-search');
    const seek = box.parentElement as SearchBox;
    let pages = PAGES;
    let latest = 0;

    const run = () => {
      const { q = '', ...wanted } = Object.fromEntries(new URLSearchParams(location.search));
      const search = ++latest;
      filters.hidden = q === '';
      document.title = `${q ? `${q}: ` : ''}Search | Portolan`;
      for (const select of filters.querySelectorAll('select'))
        select.value = wanted[select.name] ?? '';
      const how = { filters: wanted as Filters, pages, pause: 0, details: true };
      seek.find(q, how, (hits, note) => {
        if (search !== latest) return;
        const most = (SHOWN * pages) / PAGES;
        const count = hits.length === 1 ? '1 result' : `${hits.length} results`;
        status.textContent = note || (hits.length > 0 ? count : '');
        results.replaceChildren(...listsOf(hits.slice(0, most)));
        const full = hits.at(-1)?.group === 'mentions' && hits.length >= pages;
        if (hits.length <= most && !full) return;
        const more = document.createElement('button');
        more.textContent = 'More';
        more.addEventListener('click', () => {
          pages *= 3;
          run();
        });
        results.append(more);
      });
    };
    const go = () => {
      const choices = [...new FormData(box), ...new FormData(filters)].filter(([, value]) => value);
      history.pushState(null, '', `?${new URLSearchParams(choices as [string, string][])}`);
      pages = PAGES;
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

const askedFor = () => new URLSearchParams(location.search).get('q') ?? '';

/** The one port that an address asks for; with a filter it asks for a list. */
function portAskedFor(search: string): number | undefined {
  const { q = '', ...filters } = Object.fromEntries(new URLSearchParams(search));
  const { high, low, words } = parseQuery(q);
  return words || low !== high || Object.keys(filters).length > 0 ? undefined : low;
}

/** A heading and a list for each group. */
function listsOf(hits: readonly Hit[]): HTMLElement[] {
  return [...Map.groupBy(hits, ({ group }) => group)].flatMap(([group, members]) => {
    const heading = document.createElement('h2');
    heading.textContent = group;
    const list = document.createElement('ul');
    list.className = 'hits';
    list.append(...members.map(itemOf));
    return [heading, list];
  });
}

function itemOf({ facts, href, name, port, why = '' }: Hit): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.textContent = [port, name].filter((text) => text !== undefined).join(' ');
  const reason = document.createElement('p');
  // What matches stands between two marks.
  reason.append(
    ...why.split('\u0001').map((text, index) => {
      const mark = document.createElement('mark');
      mark.textContent = text;
      return index % 2 ? mark : text;
    }),
  );
  item.append(link, ` ${facts ?? ''}`, reason);
  return item;
}

customElements.define('pn-results', SearchPage);
