/** Which of the site's languages a reader gets. */
import { LOCALES } from '../../base/languages.ts';

const TRADITIONAL = /^zh\b.*-(hant|tw|hk|mo)\b/;

/** The first of the wanted languages that the site has; English where it has none of them. */
export function bestLanguage(wanted: readonly string[]): string {
  for (const tag of wanted) {
    const code = codeFor(tag.toLowerCase());
    if (code) return code;
  }
  return 'en';
}

function codeFor(tag: string): string | undefined {
  const [language = ''] = tag.split('-');
  if (language === 'zh') return TRADITIONAL.test(tag) ? 'zh-TW' : 'zh-CN';
  const known = LOCALES.find(
    ({ code, otherCodes }) => code === language || otherCodes?.includes(language),
  );
  return known?.code;
}

/** 'ru', 'zh-cn', 'pt-BR': a language, perhaps with a script and a country. */
const TAG = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-[a-z]{2})?$/i;

/** The language of the site that a tag in an address means. */
export const languageOfTag = (tag: string): string | undefined =>
  TAG.test(tag) ? codeFor(tag.toLowerCase()) : undefined;
