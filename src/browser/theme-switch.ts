/** <pn-theme>: day or night, as the reader chooses; until then, as the system says. */
import { buttonText } from './interface-words.ts';
import { remember } from './storage.ts';

class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.addEventListener('click', () => {
      const next = this.#dark() ? 'light' : 'dark';
      document.documentElement.dataset.theme = next;
      remember('theme', next);
      this.#show(button);
    });
    this.#show(button);
    addEventListener('pn-translated', () => this.#show(button));
    this.replaceChildren(button);
  }

  #dark(): boolean {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }

  #show(button: HTMLButtonElement): void {
    const [sign, word] = this.#dark() ? (['☀', 'day'] as const) : (['☾', 'night'] as const);
    const english = document.documentElement.lang === 'en';
    button.textContent = english ? `${sign} ${buttonText(word)}` : sign;
    button.ariaLabel = buttonText(word);
  }
}

customElements.define('pn-theme', ThemeSwitch);
