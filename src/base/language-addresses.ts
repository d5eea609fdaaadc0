/** The pages that are there in every language, and their addresses. */
import { LOCALES, type Locale, localeOf } from './languages.ts';

/** The front door, and the general questions. */
export type Translated = 'front' | 'faq';

/** English is what the site speaks when nothing is said: it has the addresses without a language. */
export const DEFAULT_LANGUAGE = 'en';

export function addressIn(code: string, page: Translated): string {
  const front = code === DEFAULT_LANGUAGE ? '' : `/${code}`;
  return page === 'faq' ? `${front}/faq` : front || '/';
}

/** The languages that have addresses of their own. */
export const otherLanguages: readonly Locale[] = LOCALES.filter(
  ({ code }) => code !== DEFAULT_LANGUAGE,
);

export const languageNamed = (code: string): Locale => {
  const locale = localeOf(code);
  if (!locale) throw new Error(`${code}: no such language`);
  return locale;
};
