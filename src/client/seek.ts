/** <pn-seek>: the search box offers results as one types. '/' leads to it, arrows move, Enter goes, Escape leaves. */
import { GROUPS, type Hit } from '../search/hit.ts';
import { type Asked, parseQuery } from '../search/query.ts';
import { portsFor } from '../search/suggest.ts';
import { ask } from './ask.ts';
import { hitRow } from './hit-row.ts';
import { known } from './known.ts';

const MOST = 8;
const PAGES = 6;
const PAUSE = 120;

class Seek extends HTMLElement {
  #input = document.createElement('input');
  #list = document.createElement('div');
  #status = document.createElement('p');
  #active = -1;
  /** Where the reader was before '/'. */
  #before: HTMLElement | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = this.querySelector('input');
    if (!form || !input) return;
    this.#input = input;
    const found = document.createElement('div');
    found.className = 'found';
    this.#list.id = 'found';
    this.#list.role = 'listbox';
    this.#list.ariaLabel = 'Results';
    this.#status.role = 'status';
    found.append(this.#list, this.#status);
    form.append(found);
    input.role = 'combobox';
    input.setAttribute('aria-controls', 'found');
    input.ariaAutoComplete = 'list';
    this.#close();
    input.addEventListener('input', () => this.#search());
    input.addEventListener('keydown', (event) => this.#key(event));
    form.addEventListener('submit', (event) => this.#submit(event));
    this.addEventListener('focusout', () => this.#close());
    // The box keeps the focus while a result is pressed.
    found.addEventListener('mousedown', (event) => event.preventDefault());
    document.addEventListener('keydown', (event) => this.#slash(event));
  }

  #search(): void {
    const text = this.#input.value;
    const asked = parseQuery(text);
    const ports = portHits(asked, MOST);
    this.#show(ports, noteOf(asked));
    if (asked.words === '') return;
    const question = { words: asked.words, ports: [], filters: {}, pages: PAGES, pause: PAUSE };
    ask(question, (hits, done) => {
      if (this.#input.value === text)
        this.#show(
          together(ports, hits),
          noteOf(asked) || (done && hits.length + ports.length === 0 ? 'Nothing found' : ''),
        );
    });
  }

  #show(hits: readonly Hit[], note: string): void {
    const chosen = this.#options[this.#active]?.href;
    const shown = hits.slice(0, MOST);
    const groups = Map.groupBy(shown, ({ group }) => group);
    this.#list.replaceChildren(
      ...[...groups].map(([group, members]) => groupOf(GROUPS[group], members)),
    );
    for (const [index, option] of this.#options.entries()) option.id = `found-${index}`;
    const open = shown.length > 0 && document.activeElement === this.#input;
    this.toggleAttribute('open', open || note !== '');
    this.#list.hidden = !open;
    this.#input.ariaExpanded = String(open);
    this.#status.textContent = note || (open ? `${shown.length} results` : '');
    this.#move(this.#options.findIndex(({ href }) => href === chosen));
  }

  get #options(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll('a')];
  }

  #move(to: number): void {
    const options = this.#options;
    this.#active = to;
    for (const [index, option] of options.entries()) option.ariaSelected = String(index === to);
    const active = options[to];
    if (active) this.#input.setAttribute('aria-activedescendant', active.id);
    else this.#input.removeAttribute('aria-activedescendant');
    active?.scrollIntoView({ block: 'nearest' });
  }

  #close(): void {
    this.#show([], '');
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const count = this.#options.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      event.preventDefault();
      if (this.hasAttribute('open')) this.#close();
      else if (this.#before) this.#before.focus();
      else this.#input.blur();
    } else if (step !== undefined && count === 0) this.#search();
    else if (step !== undefined) {
      event.preventDefault();
      // One place more than there are results: the box itself.
      this.#move(((this.#active + 1 + step + count + 1) % (count + 1)) - 1);
    }
  }

  #submit(event: Event): void {
    const { low, high, words } = parseQuery(this.#input.value);
    const address =
      this.#options[this.#active]?.href ??
      (low === high && words === '' && low !== undefined ? `/${low}` : '');
    if (address === '') return;
    event.preventDefault();
    location.href = address;
  }

  #slash(event: KeyboardEvent): void {
    const { target } = event;
    const typing = target instanceof HTMLElement && target.closest('input, textarea, select');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#before = target instanceof HTMLElement && target !== document.body ? target : undefined;
    this.#input.focus();
  }
}

function portHits(asked: Asked, most: number): Hit[] {
  const { documented, names } = known();
  return portsFor(asked, known(), most).map((port) => ({
    group: 'port',
    href: `/${port}`,
    port,
    name: names.get(port),
    why: documented.includes(port) ? '' : 'nothing is known of it',
  }));
}

const noteOf = ({ beyond }: Asked) =>
  beyond === undefined ? '' : `${beyond} is no port: ports end at 65535`;

const together = (ports: readonly Hit[], hits: readonly Hit[]): Hit[] => [
  ...hits.filter(({ group }) => group === 'message'),
  ...ports,
  ...hits.filter(
    ({ group, href }) => group !== 'message' && !ports.some((port) => port.href === href),
  ),
];

function groupOf(label: string, hits: readonly Hit[]): HTMLElement {
  const group = document.createElement('div');
  const heading = document.createElement('span');
  group.role = 'group';
  group.ariaLabel = label;
  heading.ariaHidden = 'true';
  heading.textContent = label;
  const options = hits.map((hit) => {
    const row = hitRow(hit);
    row.role = 'option';
    row.tabIndex = -1;
    return row;
  });
  group.append(heading, ...options);
  return group;
}

customElements.define('pn-seek', Seek);
