/** The list of all languages, each under the name it gives itself. */
import { LOCALES } from '../base/languages.ts';
import { adoptStyle } from './adopt-style.ts';
import { element } from './element.ts';
import styles from './language-menu.css?inline';
import { canTranslate, readIn, showInAddress } from './other-language.ts';
import { remember } from './storage.ts';

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
      const link = element('a', { href: addressOf(code), lang: code, hreflang: code }, name);
      link.addEventListener('click', (event) => choose(event, code));
      return element('li', {}, link);
    }),
  );
  const made = element('div', { popover: 'auto', role: 'dialog', className: 'languages' }, list);
  document.body.append(made);
  return made;
}

/** This page where it is there in all languages; else the front door. */
function addressOf(code: string): string {
  if (canTranslate()) return `?lang=${code}`;
  const translation = (tag: string) =>
    document.querySelector<HTMLLinkElement>(`link[hreflang="${tag}"]`);
  const other = translation(code);
  if (other) return new URL(other.href).pathname;
  // A port's page that is not there in this language is said in it by a script.
  const port = translation('x-default');
  if (port) return `${new URL(port.href).pathname}?lang=${code}`;
  return `/${code === 'en' ? '' : code}`;
}

async function choose(event: MouseEvent, code: string): Promise<void> {
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
  remember('language', code);
  if (elsewhere) return;
  remember('language', '', 'sessionStorage');
  if (!canTranslate()) return;
  event.preventDefault();
  menu?.hidePopover();
  await readIn(code);
  showInAddress(document.documentElement.lang);
}

function mark(list: HTMLElement): void {
  const label = document.querySelector('pn-language span')?.textContent ?? '';
  list.ariaLabel = label;
  for (const link of list.querySelectorAll('a')) {
    if (link.lang === document.documentElement.lang) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}
