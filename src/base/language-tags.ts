/** What people write for the languages of the site in addresses. */
import { LOCALES } from './languages.ts';

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
