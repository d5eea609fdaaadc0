/** Which of the site's languages a reader gets. */
import { LOCALES } from '../../base/languages.ts';

/** Other codes under which browsers and systems know a language. */
const OTHER_NAMES: Record<string, string> = {
  fil: 'tl',
  in: 'id',
  iw: 'he',
  nn: 'nb',
  no: 'nb',
};

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
  const name = OTHER_NAMES[language] ?? language;
  return LOCALES.find(({ code }) => code === name)?.code;
}
