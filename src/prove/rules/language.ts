import { DEFAULT_LANGUAGE } from '../../base/language-addresses.ts';
import { LOCALES, localeOf } from '../../base/languages.ts';
import type { Rule } from '../rule.ts';

export const language: Rule = {
  name: 'language',
  right:
    'html says the language of its address and, where that is written from the right, dir=rtl; ' +
    'whatever else has a language has one of ours.',
  look: (page, say) => {
    const [html] = page.named('html');
    const [first = ''] = (page.address ?? '').slice(1).split('/');
    const { code, direction } = localeOf(first) ?? localeOf(DEFAULT_LANGUAGE) ?? {};
    const { dir = 'ltr', lang } = html?.attributes ?? {};
    if (lang !== code || dir !== direction) say(`lang=${lang} dir=${dir}`, `${code}, ${direction}`);
    for (const { attributes, name } of page.elements) {
      if (attributes.lang !== undefined && !KNOWN.has(attributes.lang))
        say(`<${name} lang=${attributes.lang}>`);
      if (attributes.dir !== undefined && !/^(ltr|rtl|auto)$/.test(attributes.dir))
        say(`<${name} dir=${attributes.dir}>`);
    }
  },
};

const KNOWN = new Set(LOCALES.map(({ code }) => code));
