/**
 * Which address stands for which other one. Every redirect is one hop, to the one address a page has.
 */

import { LOCALES } from '../base/languages.ts';
import { PORT_404_FILE_ADDRESS } from '../base/page-files.ts';
import { LAST_PORT } from '../base/ranges.ts';
import { isTranslated, translatedAddress } from '../base/translated-pages.ts';
import { languageOfTag } from '../words/locales/negotiate.ts';

/** The languages that a page's verdict can be read in. */
export const languages: readonly string[] = LOCALES.map(({ code }) => code);

export interface Form {
  from: string;
  to: string;
}

/**
 * `:port` is a number of a port, and `:lang` one of the languages, as anybody writes it: `zh-cn`, `fil`,
 * `pt-BR`. Where a port has a page of its own in the language, that is meant.
 */
export const forms: readonly Form[] = [
  { from: '/:port', to: '/:port' }, // Not the same for a number written with leading zeros.
  { from: '/port/:port', to: '/:port' },
  { from: '/ports/:port', to: '/:port' },
  { from: '/tcp/:port', to: '/:port' },
  { from: '/udp/:port', to: '/:port' },
  { from: PORT_404_FILE_ADDRESS, to: '/404' },
  // Not the same for a language that is written otherwise, and for English, which has the addresses without one.
  { from: '/:lang', to: '/:lang' },
  { from: '/:lang/faq', to: '/:lang/faq' },
  { from: '/:lang/:port', to: '/:port?lang=:lang' },
  { from: '/:lang/port/:port', to: '/:port?lang=:lang' },
  { from: '/:lang/ports/:port', to: '/:port?lang=:lang' },
];

/** Only GET and HEAD are answered at all, so 308, which keeps other methods, would add nothing. */
export const REDIRECT_STATUS = 301;

/** Finds the port of a service by its name. It must not know a name that is a page's address. */
export type NameToPort = (name: string) => number | undefined;

/**
 * @param pathname as a URL has it: percent-encoded
 * @param search with its `?`, or empty
 * @returns where the address leads, or undefined if it is already the one to use
 */
export function redirectFor(
  pathname: string,
  search = '',
  nameToPort: NameToPort = () => undefined,
): string | undefined {
  const path = tidy(pathname);
  const words = path.split('/');
  for (const form of compiledForms) {
    const values = match(form.from, words, nameToPort);
    if (!values) continue;
    const { lang, port } = values;
    const own = form.language && isTranslated(lang, Number(port));
    const target = own
      ? translatedAddress(lang, Number(port))
      : withoutEnglish(form.to.replace(':port', port).replace(':lang', lang));
    const query = form.language ? withLanguage(search, own ? '' : lang) : search;
    const final = target === pathname && (own || query === search);
    return final ? undefined : target + query;
  }
  return path === pathname ? undefined : path + search;
}

/**
 * Without .html, `index` and slashes to spare. The result never begins with two slashes: a browser
 * would take what follows for the name of another site.
 */
function tidy(pathname: string): string {
  const words = pathname.split('/').filter(Boolean);
  for (let last = words.pop(); last !== undefined; last = words.pop()) {
    const name = withoutHtml(last);
    if (name === '' || name === 'index') continue;
    words.push(name);
    break;
  }
  return `/${words.join('/')}`;
}

/** Counted from the end: an expression would begin anew at each of a thousand `.html`. */
function withoutHtml(name: string): string {
  let end = name.length;
  while (name.endsWith(HTML, end)) end -= HTML.length;
  return name.slice(0, end);
}

const HTML = '.html';

const compiledForms = forms.map(({ from, to }) => ({
  from: from.split('/'),
  to: to.replace('?lang=:lang', ''),
  /** Whether the query names the language. */
  language: to.includes('?lang='),
}));

interface Values {
  port: string;
  lang: string;
}

function match(pattern: string[], words: string[], nameToPort: NameToPort): Values | undefined {
  if (pattern.length !== words.length) return undefined;
  const values = { port: '', lang: '' };
  for (const [index, part] of pattern.entries()) {
    const word = words[index] ?? '';
    if (part === ':port') {
      const port = portOf(word) ?? nameToPort(word);
      if (port === undefined) return undefined;
      values.port = String(port);
    } else if (part === ':lang') {
      const code = languageOfTag(word);
      if (!code) return undefined;
      values.lang = code;
    } else if (part !== word) return undefined;
  }
  return values;
}

function portOf(word: string): number | undefined {
  const port = /^\d+$/.test(word) ? Number(word) : Number.NaN;
  return port <= LAST_PORT ? port : undefined;
}

/** English has the addresses without a language. */
const withoutEnglish = (address: string) => address.replace(/^\/en(?=\/|$)/, '') || '/';

/** The language of the path has the say, whatever the query said of it. */
function withLanguage(search: string, language: string): string {
  const others = new URLSearchParams(search);
  others.delete('lang');
  const all = language === '' ? others : new URLSearchParams([['lang', language], ...others]);
  return all.size > 0 ? `?${all}` : '';
}
