/** The languages: what each calls itself, and how it is written. */
import { LOCALES, type Locale } from './locale-files.ts';

export { LOCALES, type Locale };

export const localeOf = (code: string) => LOCALES.find((entry) => entry.code === code);
