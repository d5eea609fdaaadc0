/** <pn-theme>: day or night, as the reader chooses; until then, as the system says. */
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
    this.replaceChildren(button);
  }

  #dark(): boolean {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }

  #show(button: HTMLButtonElement): void {
    const [sign, word] = this.#dark() ? ['☀', 'Day'] : ['☾', 'Night'];
    button.textContent = document.documentElement.lang === 'en' ? `${sign} ${word}` : sign;
  }
}

customElements.define('pn-theme', ThemeSwitch);
