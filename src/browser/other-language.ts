/** Reading in another language than English: the page says it, its address says so, and the links keep it. */
import { addressIn } from '../base/language-addresses.ts';
import { localeOf } from '../base/languages.ts';
import { bestLanguage } from '../words/locales/negotiate.ts';
import { said } from '../words/messages/said.ts';
import { adoptStyle } from './adopt-style.ts';
import { element } from './element.ts';
import offerStyles from './offer.css?inline';
import { recall, remember } from './storage.ts';
import { spokenIn } from './words.ts';

const OFFERED = 'offered';
/** The pages that are there in every language. */
const PORT = /\/(?:port-)?\d+$/;

const root = document.documentElement;

export const canTranslate = (): boolean => document.querySelector('article[data-port]') !== null;

export async function readIn(wanted: string): Promise<void> {
  const code = bestLanguage([wanted]);
  if (canTranslate()) {
    const { translatePage } = await import('./translate-page.ts');
    await translatePage([code]);
    showInAddress(root.lang);
  } else root.style.visibility = '';
  for (const event of ['click', 'auxclick', 'contextmenu'])
    document.addEventListener(event, keepLanguage, { capture: true });
}

/** So that an address that is copied or shared leads to what was read. */
export function showInAddress(code: string): void {
  const address = new URL(location.href);
  if (code === 'en') address.searchParams.delete('lang');
  else address.searchParams.set('lang', code);
  if (address.href !== location.href) history.replaceState(history.state, '', address);
}

/** A link to a page that this language has leads there in this language, in a new window too. */
function keepLanguage({ target }: Event): void {
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[href]');
  const { lang } = root;
  if (!link || lang === 'en' || link.origin !== location.origin || link.hreflang) return;
  const { pathname } = link;
  if (PORT.test(pathname) && link.search === '') link.search = `?lang=${lang}`;
  else if (pathname === '/') link.pathname = addressIn(lang, 'front');
  else if (pathname === '/faq') link.pathname = addressIn(lang, 'faq');
}

/** One line, in the language of the reader's browser, and never again. */
export async function offer(preferred: readonly string[]): Promise<void> {
  const code = bestLanguage(preferred);
  if (code === 'en' || recall(OFFERED) || !canTranslate()) return;
  remember(OFFERED, code);
  adoptStyle(offerStyles);
  const { speaker } = await spokenIn(code);
  const words = speaker.text(said('frame.offer'));
  const link = element('a', { href: `?lang=${code}`, hreflang: code }, words);
  const close = element('button', { type: 'button', ariaLabel: '×' }, '×');
  const { direction, name } = localeOf(code) ?? {};
  const line = element(
    'aside',
    { className: 'offer', lang: code, ariaLabel: name ?? code },
    link,
    close,
  );
  line.dir = direction ?? 'ltr';
  close.addEventListener('click', () => line.remove());
  document.body.append(line);
}
