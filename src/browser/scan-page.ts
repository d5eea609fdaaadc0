/** <pn-scan>: a box for the output of a scan, and the table of every port in it. What is pasted stays here. */
import { FIRST_VIEW, type View } from '../features/scan/view.ts';
import { takeOver } from './hand-over.ts';
import { watchInput } from './scan-input.ts';
import { PART, type Source } from './scan-messages.ts';
import { ScanReader } from './scan-reader.ts';
import { headersOf, rowOf, showOrder } from './scan-table.ts';

/** What is read sooner needs no bar. */
const PATIENCE = 150;

class ScanPage extends HTMLElement {
  #desk = new ScanReader();
  #view: View = FIRST_VIEW;
  #from = 0;
  /** Counts the texts, so that nothing late is shown of an earlier one. */
  #text = 0;

  connectedCallback(): void {
    const template = this.querySelector('template');
    if (!template) return;
    this.replaceChildren(template.content.cloneNode(true));
    watchInput(this.#one('form'), (source, name) => this.#read(source, name));
    this.#one('form').addEventListener('reset', () => this.#clear());
    const handed = takeOver();
    if (handed) {
      this.#one('textarea').value = handed;
      this.#read(handed, '');
    }
    const headers = headersOf((sort) => {
      const descending = this.#view.sort === sort && !this.#view.descending;
      this.#look({ sort, descending });
    });
    this.#one('thead tr').replaceChildren(...headers);
    this.#one<HTMLInputElement>('[name=only]').addEventListener('change', ({ target }) =>
      this.#look({ onlyWorthALook: (target as HTMLInputElement).checked }),
    );
    this.#on('markdown', () => this.#copy());
    this.#on('csv', () => this.#download());
    this.#on('before', () => this.#show(this.#from - PART));
    this.#on('after', () => this.#show(this.#from + PART));
  }

  disconnectedCallback(): void {
    this.#desk.close();
  }

  async #read(source: Source, name: string): Promise<void> {
    const text = ++this.#text;
    const bar = this.#one('progress');
    this.#one('.lookup-found').hidden = true;
    if (source.length === 0 || (typeof source === 'string' && source.trim() === '')) {
      this.#say('There is nothing to read yet: paste a text, or choose a file.');
      return;
    }
    const what = name === '' ? '' : ` ${name}`;
    const begun = performance.now();
    this.#say(`Reading${what}…`);
    this.setAttribute('aria-busy', 'true');
    try {
      const found = await this.#desk.read(source, (done) => {
        bar.hidden = performance.now() - begun < PATIENCE;
        bar.value = done;
      });
      if (text !== this.#text) return;
      this.#view = { ...FIRST_VIEW };
      this.#one<HTMLInputElement>('[name=only]').checked = false;
      if (found.ports > 0) {
        await this.#show(0);
        // What was pasted may fill the screen.
        this.#one('[role=status]').scrollIntoView();
      }
      const unknown = found.known ? '' : ' What is known of them could not be loaded.';
      this.#say(
        `${name === '' ? '' : `${name}: `}${found.summary}${found.ports > 0 ? unknown : ''}`,
      );
    } catch (error) {
      if (text === this.#text) this.#say(`This could not be read: ${(error as Error).message}.`);
    } finally {
      if (text === this.#text) {
        bar.hidden = true;
        this.removeAttribute('aria-busy');
      }
    }
  }

  #look(change: Partial<View>): void {
    this.#view = { ...this.#view, ...change };
    this.#show(0);
  }

  async #show(from: number): Promise<void> {
    const text = this.#text;
    const part = await this.#desk.rows({ view: this.#view, from });
    if (text !== this.#text) return;
    this.#from = part.from;
    const to = part.from + part.rows.length;
    showOrder([...this.querySelectorAll('th')], this.#view);
    this.#one('tbody').replaceChildren(...part.rows.map(rowOf));
    this.#one('.lookup-place').textContent =
      part.total === 0
        ? 'Nothing here is worth a look.'
        : `${part.from + 1} to ${to} of ${part.total}`;
    this.#one<HTMLButtonElement>('[data-do=before]').disabled = part.from === 0;
    this.#one<HTMLButtonElement>('[data-do=after]').disabled = to >= part.total;
    this.#one('.lookup-found').hidden = false;
  }

  /** The text comes from the worker; the clipboard wants to be asked at once. */
  async #copy(): Promise<void> {
    const text = this.#desk.text({ view: this.#view, as: 'markdown', origin: location.origin });
    try {
      const blob = text.then((words) => new Blob([words], { type: 'text/plain' }));
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
      this.#say('The table is copied as Markdown.');
    } catch {
      this.#say('The browser does not let the table be copied.');
    }
  }

  async #download(): Promise<void> {
    const text = await this.#desk.text({ view: this.#view, as: 'csv', origin: location.origin });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
    link.download = 'ports.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  #clear(): void {
    this.#text++;
    this.#desk.close();
    this.#one('.lookup-found').hidden = true;
    this.#one('progress').hidden = true;
    this.#one('tbody').replaceChildren();
    this.removeAttribute('aria-busy');
    this.#say('');
  }

  #say(words: string): void {
    this.#one('[role=status]').textContent = words;
  }

  #on(name: string, act: () => void): void {
    this.#one(`[data-do=${name}]`).addEventListener('click', act);
  }

  #one<Tag extends keyof HTMLElementTagNameMap>(selector: Tag): HTMLElementTagNameMap[Tag];
  #one<Kind extends HTMLElement = HTMLElement>(selector: string): Kind;
  #one(selector: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`${selector} is missing`);
    return found;
  }
}

customElements.define('pn-scan', ScanPage);
