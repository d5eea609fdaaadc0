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

/**
 * What else people write for the languages: other codes, and the tags of browsers with a country. The
 * built-in server reads any; hosts that only take lists get these.
 */
export const otherTags: ReadonlyMap<string, string> = new Map([
  ...LOCALES.flatMap(({ code, otherCodes = [] }) => [
    ...otherCodes.map((other) => [other, code] as const),
    ...(code === code.toLowerCase() ? [] : [[code.toLowerCase(), code] as const]),
  ]),
  ...(['pt-BR', 'pt-br', 'pt-PT', 'pt-pt'] as const).map((tag) => [tag, 'pt'] as const),
  ...(['es-MX', 'es-mx', 'es-ES', 'es-es'] as const).map((tag) => [tag, 'es'] as const),
  ...(['en-US', 'en-us', 'en-GB', 'en-gb'] as const).map((tag) => [tag, 'en'] as const),
  ...(['zh', 'zh-Hans', 'zh-hans'] as const).map((tag) => [tag, 'zh-CN'] as const),
  ...(['zh-Hant', 'zh-hant', 'zh-HK', 'zh-hk'] as const).map((tag) => [tag, 'zh-TW'] as const),
]);

export const languageNamed = (code: string): Locale => {
  const locale = localeOf(code);
  if (!locale) throw new Error(`${code}: no such language`);
  return locale;
};
