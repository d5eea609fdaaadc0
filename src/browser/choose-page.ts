/**
 * <pn-choose>: ports for a new program, and a verdict on one that the reader has in mind. Nothing
 * is asked of the server.
 */
import { portsTyped, WHAT_PORTS } from '../features/choose/ports-typed.ts';
import type { ShownAnswer, ShownCheck } from '../features/choose/present.ts';
import { newSeed } from '../features/choose/seed.ts';
import { copyButton } from './choose-copy.ts';
import { fillForm, labelOf, markFaults, readForm } from './choose-form.ts';
import type { Reply, Request } from './choose-messages.ts';
import { answerParts, checkParts } from './choose-results.ts';

/** Browsers forbid an address to change with every key. */
const REST = 250;

class Choose extends HTMLElement {
  #worker: Worker | undefined;
  /** The two halves of the address. */
  #ask = '';
  #port = '';
  /** What is said of each port that the reader asks for, in their order. */
  #checks = new Map<number, ShownCheck | undefined>();
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
      else this.#showCheck(reply.told);
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
    this.#numbers = picks.map(({ name }) => name).join('\n');
    this.#one('.choose-sum').textContent = sum;
    this.#one('.choose-found').replaceChildren(...answerParts(told));
    this.#one('.choose-ways').hidden = picks.length === 0;
    this.#ask = address;
    this.#writeAddress();
  }

  #check(): void {
    const text = this.#one<HTMLInputElement>('[name=port]').value.trim();
    const ports = portsTyped(text) ?? [];
    const [low, high] = [ports[0], ports.at(-1)];
    this.#port = low === undefined ? '' : low === high ? `${low}` : `${low}-${high}`;
    this.#checks = new Map(ports.map((port) => [port, undefined]));
    this.#writeAddress();
    for (const port of ports) this.#send({ kind: 'check', port });
    if (ports.length === 0)
      this.#one('.choose-verdict').textContent = text === '' ? '' : WHAT_PORTS;
  }

  /** All at once, when the last of them is told. */
  #showCheck(told: ShownCheck): void {
    if (!this.#checks.has(told.port)) return;
    this.#checks.set(told.port, told);
    const all = [...this.#checks.values()].filter((one) => one !== undefined);
    if (all.length === this.#checks.size)
      this.#one('.choose-verdict').replaceChildren(...all.flatMap(checkParts));
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
