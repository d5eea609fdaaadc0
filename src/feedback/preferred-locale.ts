/** The language of a page for an answer that names none: what the browser asks for. */
import { bestLanguage } from '../words/locales/negotiate.ts';

/** A browser names a handful; what stands beyond is not looked at, since every request may bring it. */
const MOST_TAGS = 20;
/** The longest tag of a language that anybody uses has a third of this. */
const LONGEST_TAG = 100;

/** The first that the header names and the site has. */
export function preferredLocale(acceptLanguage = ''): string {
  const items = acceptLanguage.split(',', MOST_TAGS);
  return bestLanguage(
    items.map((item) => item.slice(0, LONGEST_TAG).split(';', 1)[0]?.trim() ?? ''),
  );
}
