/**
 * <pn-language>: shows the language of the questions, and opens the list of all. Which one: what the
 * address asks for, else what the reader chose, else what the browser is set to, else English. All
 * that other languages need is fetched when it is needed, and so never by who reads English.
 */
import { recall, remember } from './storage.ts';

class LanguageSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.ariaHasPopup = 'dialog';
    button.addEventListener('click', () => {
      import('./language-menu.ts').then(
        ({ openMenu }) => openMenu(),
        () => {},
      );
    });
    const label = document.createElement('span');
    const { lang } = document.documentElement;
    label.className = this.matches('#faq *') ? '' : 'unseen';
    label.textContent = this.getAttribute('label') ?? 'Language: English';
    button.append(label, ` ${this.matches('#faq *') ? '' : lang.toUpperCase()}`);
    this.replaceChildren(button);
  }
}

const KEY = 'language';
const asked = new URLSearchParams(location.search).get('lang');
// A link that carries a language means this visit, not all that come after it.
if (asked) remember(KEY, asked, 'sessionStorage');
const wanted = [asked, recall(KEY, 'sessionStorage'), recall(KEY), ...navigator.languages].filter(
  (tag) => tag !== null,
);

document.querySelector('#faq h2')?.after(document.createElement('pn-language'));
customElements.define('pn-language', LanguageSwitch);

if (document.querySelector('#faq[data-facts]') && !/^en\b/i.test(wanted[0] ?? 'en')) {
  import('./translate-page.ts').then(
    ({ translatePage }) => translatePage(wanted),
    // Not to be had now: English is there.
    () => {},
  );
}
