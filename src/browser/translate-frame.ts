/** Says the masthead and the foot of a page in another language. */
import { addressIn } from '../base/language-addresses.ts';
import type { Locale } from '../base/languages.ts';
import { formatMessage, formatterFor } from '../words/locales/compiled.ts';
import type { Spoken } from '../words/messages/spoken.ts';

export function translateFrame({ words }: Spoken, locale: Locale): void {
  const { code } = locale;
  const { front, page, port } = words;
  const say = (selector: string, text: unknown) => {
    for (const element of document.querySelectorAll(selector)) element.textContent = String(text);
  };
  say('.skip', front.skip);
  say('body > header [href="/lookup"]', port.frame.scan);
  say('body > header [href="/choose"]', port.frame.choose);
  say('body > header [href="/services"]', front.services);
  say('body > header [href="/changes"]', front.changes);
  say('body > footer [href="/about#sources"]', front.sources);
  say('body > footer a:last-of-type', page.feedback.correct);
  say('pn-search button', front.searchButton);
  const brand = document.querySelector<HTMLAnchorElement>('.brand');
  if (brand) brand.href = addressIn(code, 'front');
  const box = document.querySelector<HTMLInputElement>('pn-search input');
  if (box) {
    box.ariaLabel = String(front.search);
    box.placeholder = String(front.search);
  }
  sayRegistry(front.registry, code);
  for (const element of document.querySelectorAll('pn-language')) {
    const [label, shown] = element.querySelector('button')?.childNodes ?? [];
    if (!label || !shown) continue;
    label.textContent = `${String(page.language.label)}: ${locale.name}`;
    shown.textContent = ` ${code.toUpperCase()}`;
  }
}

/** 'IANA’s registry of 2026-08-17.': the date stands in an element of its own. */
function sayRegistry(message: Spoken['words']['front']['registry'], code: string): void {
  const time = document.querySelector<HTMLTimeElement>('body > footer time');
  if (!time) return;
  time.dateTime ||= time.textContent;
  const formatter = formatterFor(code);
  const [before = '', after = ''] = formatMessage(message, { date: '|' }, formatter).split('|');
  time.textContent = formatter.date(time.dateTime);
  if (time.previousSibling) time.previousSibling.nodeValue = before;
  if (time.nextSibling) time.nextSibling.nodeValue = `${after}. `;
}
