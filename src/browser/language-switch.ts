/**
 * <pn-language>: shows the language of the page, and opens the list of all. Which one: what the address
 * asks for, else what the reader chose. Who chose nothing, and whose browser prefers another language,
 * is offered it once. All that other languages need is fetched when it is needed, and so never by who
 * reads English.
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
    label.className = 'unseen';
    label.textContent = this.getAttribute('label') ?? 'Language: English';
    button.append(label, ` ${document.documentElement.lang.toUpperCase()}`);
    this.replaceChildren(button);
  }
}

customElements.define('pn-language', LanguageSwitch);

const KEY = 'language';
const root = document.documentElement;
const asked =
  new URLSearchParams(location.search).get('lang') ?? (root.lang === 'en' ? '' : root.lang);
// An address that carries a language means this visit, not all that come after it.
if (asked) remember(KEY, asked, 'sessionStorage');
const chosen = asked || recall(KEY, 'sessionStorage') || recall(KEY);
const isEnglish = (tag: string) => /^en\b/i.test(tag);

if (chosen ? !isEnglish(chosen) : !isEnglish(navigator.language)) {
  import('./other-language.ts').then(
    ({ readIn, offer }) => (chosen ? readIn(chosen) : offer(navigator.languages)),
    // Not to be had now: English is there.
    () => {
      root.style.visibility = '';
    },
  );
}
