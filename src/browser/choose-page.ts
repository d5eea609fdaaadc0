/**
 * <pn-choose>: ports for a new program, and a verdict on one that the reader has in mind. Nothing
 * is asked of the server.
 */
import type { Checked } from '../features/choose/check-text.ts';
import type { ShownAnswer } from '../features/choose/present.ts';
import { newSeed } from '../features/choose/seed.ts';
import { copyButton } from './choose-copy.ts';
import { fillForm, labelOf, markFaults, readForm } from './choose-form.ts';
import type { Reply, Request } from './choose-messages.ts';
import { answerParts, checkedParts } from './choose-results.ts';

/** Browsers forbid an address to change with every key. */
const REST = 250;

class Choose extends HTMLElement {
  #worker: Worker | undefined;
  /** The two halves of the address. */
  #ask = '';
  #port = '';
  /** What the reader asks about; an answer to something else comes too late. */
  #asked = '';
  #numbers = '';
  #resting: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const template = this.querySelector('template');
    const data = document.getElementById('choice');
    if (!template || !data) return;
    this.replaceChildren(template.content.cloneNode(true));
    this.#worker = new Worker(new URL('./choose-worker.ts', import.meta.url), { type: 'module' });
    this.#worker.onmessage = ({ data: reply }: MessageEvent<Reply>) => {
      if (reply.kind === 'given') this.#showAnswer(reply.told);
      else if (reply.text === this.#asked) this.#showChecked(reply.told);
    };
    const site = this.dataset.site ?? location.origin;
    this.#send({ kind: 'facts', json: data.textContent, site });
    this.#fill(new URLSearchParams(location.search));
    this.#on('.choose', () => this.#give());
    this.#on('.choose-one', () => this.#check());
    this.#one('[data-do=again]').addEventListener('click', () => {
      this.#one<HTMLInputElement>('[name=seed]').value = newSeed();
      this.#give();
    });
    this.#one('.choose-ways').append(
      copyButton('Copy the numbers', () => this.#numbers),
      copyButton('Copy the link', () => new URL(this.#address(), location.href).href),
    );
    this.#give();
    this.#check();
  }

  disconnectedCallback(): void {
    this.#worker?.terminate();
  }

  #send(request: Request): void {
    this.#worker?.postMessage(request);
  }

  #fill(params: URLSearchParams): void {
    fillForm(this.#one('.choose'), params);
    const seed = this.#one<HTMLInputElement>('[name=seed]');
    if (seed.value === '') seed.value = newSeed();
    this.#one<HTMLInputElement>('[name=port]').value = params.get('port') ?? '';
  }

  #on(selector: string, act: () => void): void {
    const form = this.#one<HTMLFormElement>(selector);
    form.addEventListener('input', act);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      act();
    });
  }

  #give(): void {
    this.#send({ kind: 'give', ask: readForm(this.#one('.choose')).toString() });
  }

  /** What cannot be is told, and the answer before stays. */
  #showAnswer(told: ShownAnswer): void {
    const { address, faults, picks, sum, criteria } = told;
    const form = this.#one<HTMLFormElement>('.choose');
    const fault = this.#one('.fault');
    fault.hidden = faults.length === 0;
    fault.textContent = faults.map(({ key, text }) => `${labelOf(form, key)}: ${text}.`).join(' ');
    markFaults(form, faults);
    if (faults.length > 0) return;
    this.#one('.choose-draw').hidden = criteria.near !== undefined;
    this.#one('[data-for=publish]').hidden = criteria.own;
    this.#numbers = picks.map(({ name }) => name).join('\n');
    this.#one('.choose-sum').textContent = sum;
    this.#one('.choose-found').replaceChildren(...answerParts(told));
    this.#one('.choose-ways').hidden = picks.length === 0;
    this.#ask = address;
    this.#writeAddress();
  }

  #check(): void {
    this.#asked = this.#one<HTMLInputElement>('[name=port]').value;
    this.#send({ kind: 'check', text: this.#asked });
  }

  #showChecked(told: Checked): void {
    this.#port = told.asked;
    this.#writeAddress();
    this.#one('.choose-verdict').replaceChildren(...checkedParts(told));
  }

  #address(): string {
    const params = new URLSearchParams(this.#ask);
    if (this.#port !== '') params.set('port', this.#port);
    return `${location.pathname}${params.size > 0 ? `?${params}` : ''}`;
  }

  #writeAddress(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => history.replaceState(null, '', this.#address()), REST);
  }

  #one<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
    const found = this.querySelector<Kind>(selector);
    if (!found) throw new Error(`${selector} is missing`);
    return found;
  }
}

customElements.define('pn-choose', Choose);
