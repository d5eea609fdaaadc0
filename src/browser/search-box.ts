/** <pn-search>: the search box offers results as one types. Arrows move, Enter goes, Escape leaves. */
import type { Hit } from '../features/search/hit.ts';
import { parseQuery } from '../features/search/query.ts';
import { element } from './element.ts';
import { findHits } from './find-hits.ts';
import { handOver, isScan } from './hand-over.ts';
import { hitGroup, hitRow } from './hit-row.ts';
import { knownPorts } from './known-ports.ts';

const MOST = 8;
const HOW = { filters: {}, pages: 8, pause: 120, rows: MOST };

/** On a page with two boxes each has its own list. */
let boxes = 0;

class SearchBox extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = this.querySelector('input');
    if (!form || !input) return;
    const found = `found${boxes++ || ''}`;
    const list = element('div', { id: found, role: 'listbox', ariaLabel: 'Results' });
    const status = element('p', { role: 'status' });
    const box = element('div', { className: 'found' }, list, status);
    let options: HTMLAnchorElement[] = [];
    let active = -1;

    const move = (to: number) => {
      active = to;
      for (const [index, option] of options.entries()) option.ariaSelected = `${index === to}`;
      options[to]?.scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', options[to]?.id ?? '');
    };

    const show = (hits: readonly Hit[], note = '') => {
      const chosen = options[active]?.href;
      const shown = hits.slice(0, MOST);
      const rows = shown.map((hit, index) => hitRow(hit, `${found}-${index}`));
      const groups = Map.groupBy(rows, (_, index) => shown[index]?.group ?? '');
      list.replaceChildren(...[...groups].map(([name, members]) => hitGroup(name, members)));
      if (hits.length > MOST) {
        const href = `/search?q=${encodeURIComponent(input.value)}&all`;
        const all = { group: '', href, name: `See all ${hits.length} results` };
        rows.push(hitRow(all, `${found}-all`));
        list.append(...rows.slice(-1));
      }
      options = rows;
      list.hidden = !rows.length;
      input.ariaExpanded = `${!list.hidden}`;
      status.textContent =
        note || (hits.length ? `${hits.length} result${hits.length > 1 ? 's' : ''}` : '');
      this.toggleAttribute('open', status.textContent !== '');
      move(rows.findIndex(({ href }) => href === chosen));
    };
    const close = () => show([]);

    const search = () => {
      const { value } = input;
      findHits(value, HOW, (hits, note) => {
        if (value === input.value && document.activeElement === input) show(hits, note);
      });
    };

    this.append(box);
    input.autocomplete = 'off';
    input.spellcheck = false;
    input.role = 'combobox';
    input.ariaAutoComplete = 'list';
    input.setAttribute('aria-controls', list.id);
    close();

    input.addEventListener('input', search);
    input.addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!isScan(text)) return;
      event.preventDefault();
      handOver(text);
    });
    input.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      // One place more than there are results: the box itself.
      const places = options.length + 1;
      if (event.isComposing) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        if (status.textContent) close();
        else input.blur();
      } else if (step) {
        event.preventDefault();
        if (places > 1) move(((active + 1 + step + places) % places) - 1);
        else search();
      }
    });
    form.addEventListener('submit', (event) => {
      const chosen = options[active]?.href;
      close();
      const { low, high, words } = parseQuery(input.value);
      // From the root: the box is on pages below folders, too.
      const address =
        chosen ?? (words || low === undefined || low !== high ? undefined : `/${low}`);
      if (address === undefined) return;
      event.preventDefault();
      location.href = address;
    });
    this.addEventListener('focusout', close);
    // The box keeps the focus while a result is pressed.
    box.addEventListener('mousedown', (event) => event.preventDefault());
    // The table is read before the first letter comes.
    knownPorts();
  }
}

customElements.define('pn-search', SearchBox);
