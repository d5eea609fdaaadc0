/** The list of all languages, each under the name it gives itself. */
import { LOCALES } from '../base/languages.ts';
import { adoptStyle } from './adopt-style.ts';
import { element } from './element.ts';
import styles from './language-menu.css?inline';
import { remember } from './storage.ts';
import { translatePage } from './translate-page.ts';

adoptStyle(styles);

let menu: HTMLElement | undefined;

export function openMenu(): void {
  menu ??= makeMenu();
  mark(menu);
  menu.showPopover();
  menu.querySelector<HTMLElement>('[aria-current]')?.focus();
}

function makeMenu(): HTMLElement {
  const list = element(
    'ul',
    {},
    ...LOCALES.map(({ code, name }) => {
      const link = element('a', { href: addressIn(code), lang: code, hreflang: code }, name);
      link.addEventListener('click', (event) => choose(event, code));
      return element('li', {}, link);
    }),
  );
  const made = element('div', { popover: 'auto', role: 'dialog', className: 'languages' }, list);
  document.body.append(made);
  return made;
}

/** This page where it is there in all languages; else the front door. */
function addressIn(code: string): string {
  if (document.querySelector('#faq[data-facts]')) return `?lang=${code}`;
  const other = document.querySelector<HTMLLinkElement>(`link[hreflang="${code}"]`);
  if (other) return new URL(other.href).pathname;
  return code === 'en' ? '/' : `/${code}`;
}

function choose(event: MouseEvent, code: string): void {
  remember('language', code);
  remember('language', '', 'sessionStorage');
  if (!document.querySelector('#faq[data-facts]')) return;
  event.preventDefault();
  menu?.hidePopover();
  void translatePage([code]);
}

function mark(list: HTMLElement): void {
  const button = document.querySelector('pn-language');
  list.ariaLabel = button?.querySelector('span')?.textContent ?? '';
  const current = button?.closest('[lang]')?.getAttribute('lang');
  for (const link of list.querySelectorAll('a')) {
    if (link.lang === current) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}
