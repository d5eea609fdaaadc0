/** The menu of forms: an item and a letter for each, arrows from one to the next, Escape to leave. */
import { type Form, formsIn, type Shared } from '../words/share/forms.ts';
import { element } from './element.ts';
import { sayShare } from './share-words.ts';

export class ShareMenu {
  readonly popover = element('div', { popover: 'auto', className: 'share' });
  readonly #heading = element('p', {});
  readonly #forms = formsIn(sayShare);
  readonly #items = this.#forms.map(({ key, name }) => {
    const sample = element('small', {});
    const kbd = element('kbd', { ariaHidden: 'true' }, key.toUpperCase());
    sample.ariaHidden = 'true';
    const item = element('button', { type: 'button', role: 'menuitem', tabIndex: -1 }, kbd, name);
    item.setAttribute('aria-keyshortcuts', key.toUpperCase());
    item.append(sample);
    return item;
  });
  /** For a browser that refuses to copy: the text, to be copied by hand. */
  readonly #text = element('textarea', { readOnly: true, hidden: true, rows: 5 });
  readonly #copy: (form: Form) => void;

  constructor(copy: (form: Form) => void) {
    this.#copy = copy;
    const list = element('div', { role: 'menu', ariaLabel: sayShare('menu') }, ...this.#items);
    this.#text.ariaLabel = sayShare('text');
    this.popover.append(this.#heading, list, this.#text);
    for (const [index, item] of this.#items.entries())
      item.addEventListener('click', () => this.#choose(this.#forms[index]));
    this.popover.addEventListener('keydown', (event) => this.#onKey(event));
  }

  show(shared: Shared): void {
    this.#text.hidden = true;
    const name = shared.section ?? sayShare('port', { port: String(shared.port) });
    this.#heading.textContent = sayShare('heading', { name });
    for (const [index, item] of this.#items.entries()) {
      const sample = item.querySelector('small');
      if (sample) sample.textContent = this.#forms[index]?.text(shared).slice(0, 80) ?? '';
    }
  }

  focus(index = 0): void {
    this.#items.at(index % this.#items.length)?.focus();
  }

  offer(text: string): void {
    this.#text.value = text;
    this.#text.hidden = false;
    this.#text.focus();
    this.#text.select();
    this.#text.scrollTop = 0;
  }

  #choose(form: Form | undefined): void {
    if (form) this.#copy(form);
  }

  #onKey(event: KeyboardEvent): void {
    const { altKey, ctrlKey, key, metaKey, target } = event;
    if (altKey || ctrlKey || metaKey || target === this.#text) return;
    const at = this.#items.indexOf(target as HTMLButtonElement);
    const form = this.#forms.find((each) => each.key === key.toLowerCase());
    if (form) this.#copy(form);
    else if (key === 'ArrowDown') this.focus(at + 1);
    else if (key === 'ArrowUp') this.focus(at - 1);
    else if (key === 'Home') this.focus();
    else if (key === 'End') this.focus(-1);
    // A menu is left as a whole: the focus goes back, and from there to what comes next.
    else if (key === 'Tab') this.popover.hidePopover();
    else return;
    if (key !== 'Tab') event.preventDefault();
  }
}
