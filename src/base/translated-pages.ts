/**
 * The ports that people look up most, and the languages in which each of them has a page of its own:
 * /ru/443. Every other page is said in another language by the reader's browser.
 */
import list from '../../content/translated-pages.json' with { type: 'json' };

export const TRANSLATED: { languages: readonly string[]; ports: readonly number[] } = list;

const languages = new Set(TRANSLATED.languages);
const ports = new Set(TRANSLATED.ports);

export const isTranslated = (code: string, port: number): boolean =>
  languages.has(code) && ports.has(port);

export const translatedAddress = (code: string, port: number): string => `/${code}/${port}`;
