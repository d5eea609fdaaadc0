/** The languages: what each calls itself, how it is written, and whom to thank for it. */
export interface Locale {
  code: string;
  /** Its own name for itself. */
  name: string;
  direction: 'ltr' | 'rtl';
  /** ISO 15924. */
  script: string;
  thanks: string;
}

const THANKS = 'the Portolan authors';
const locale = (
  code: string,
  name: string,
  script = 'Latn',
  direction: Locale['direction'] = 'ltr',
): Locale => ({
  code,
  name,
  direction,
  script,
  thanks: THANKS,
});

export const LOCALES: readonly Locale[] = [
  locale('ar', 'العربية', 'Arab', 'rtl'),
  locale('bg', 'Български', 'Cyrl'),
  locale('bn', 'বাংলা', 'Beng'),
  locale('ca', 'Català'),
  locale('cs', 'Čeština'),
  locale('da', 'Dansk'),
  locale('de', 'Deutsch'),
  locale('el', 'Ελληνικά', 'Grek'),
  locale('en', 'English'),
  locale('es', 'Español'),
  locale('fa', 'فارسی', 'Arab', 'rtl'),
  locale('fi', 'Suomi'),
  locale('fr', 'Français'),
  locale('he', 'עברית', 'Hebr', 'rtl'),
  locale('hi', 'हिन्दी', 'Deva'),
  locale('hu', 'Magyar'),
  locale('id', 'Bahasa Indonesia'),
  locale('it', 'Italiano'),
  locale('ja', '日本語', 'Jpan'),
  locale('ko', '한국어', 'Kore'),
  locale('ms', 'Bahasa Melayu'),
  locale('nb', 'Norsk bokmål'),
  locale('nl', 'Nederlands'),
  locale('pl', 'Polski'),
  locale('ps', 'پښتو', 'Arab', 'rtl'),
  locale('pt', 'Português'),
  locale('ro', 'Română'),
  locale('ru', 'Русский', 'Cyrl'),
  locale('sd', 'سنڌي', 'Arab', 'rtl'),
  locale('sk', 'Slovenčina'),
  locale('sv', 'Svenska'),
  locale('sw', 'Kiswahili'),
  locale('th', 'ไทย', 'Thai'),
  locale('tl', 'Filipino'),
  locale('tr', 'Türkçe'),
  locale('uk', 'Українська', 'Cyrl'),
  locale('ur', 'اردو', 'Arab', 'rtl'),
  locale('vi', 'Tiếng Việt'),
  locale('zh-CN', '简体中文', 'Hans'),
  locale('zh-TW', '繁體中文', 'Hant'),
];

export const localeOf = (code: string) => LOCALES.find((entry) => entry.code === code);
