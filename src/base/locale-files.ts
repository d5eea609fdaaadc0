/**
 * The languages of the site: one for each file in content/locales. For the browser the bundler puts
 * the list itself in the place of this file; see src/build/words-integration.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDir } from './content-dir.ts';

/** What stands under `language` in the file of a language. */
export interface LanguageHead {
  /** Its own name for itself. */
  name: string;
  thanks: string;
  /** Other codes under which browsers and systems know it. */
  otherCodes?: string[] | undefined;
  /** Its word before the last item of a list, where Chromium has none and would say 'and'. */
  and?: string | undefined;
}

export interface Locale extends Omit<LanguageHead, 'thanks'> {
  code: string;
  direction: 'ltr' | 'rtl';
  /** ISO 15924. */
  script: string;
}

const RIGHT_TO_LEFT = ['Arab', 'Hebr', 'Syrc', 'Thaa'];

export const LOCALES: readonly Locale[] = readdirSync(contentDir('locales'))
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => localeOfFile(file));

function localeOfFile(file: string): Locale {
  const text = readFileSync(join(contentDir('locales'), file), 'utf8');
  const { thanks: _, ...head } = (JSON.parse(text) as { language: LanguageHead }).language;
  const code = file.replace(/\.json$/, '');
  // Each language is read in the script in which most of its readers write it.
  const script = new Intl.Locale(code).maximize().script ?? 'Latn';
  return { code, ...head, direction: RIGHT_TO_LEFT.includes(script) ? 'rtl' : 'ltr', script };
}
