/** The words of the page that answers a form, in the reader's language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDir } from '../base/content-dir.ts';
import { localeOf } from '../base/languages.ts';
import { type PageMessages, pageMessages } from '../facts/schemas/locale.ts';
import { compileMessage } from '../words/locales/compile.ts';
import { type Formatter, formatMessage, formatterFor } from '../words/locales/compiled.ts';

export interface PageWords {
  code: string;
  direction: 'ltr' | 'rtl';
  feedback: PageMessages['feedback'];
  back: (port: number) => string;
}

const known = new Map<string, PageWords>();

export function pageWordsOf(code: string): PageWords {
  const words = known.get(code) ?? readOrEnglish(code);
  known.set(code, words);
  return words;
}

/** An answer that has been stored must not end in an error because of a missing word. */
function readOrEnglish(code: string): PageWords {
  try {
    return readWords(code);
  } catch (error) {
    if (code === 'en') throw error;
    return pageWordsOf('en');
  }
}

function readWords(code: string): PageWords {
  const { page } = JSON.parse(readFileSync(join(contentDir('locales'), `${code}.json`), 'utf8'));
  const feedback = pageMessages.shape.feedback.parse(page.feedback);
  const back = compileMessage(feedback.back);
  const formatter: Formatter = formatterFor(code);
  return {
    code,
    direction: localeOf(code)?.direction ?? 'ltr',
    feedback,
    // As text: a port number has no separators in any language.
    back: (port) => formatMessage(back, { port: String(port) }, formatter),
  };
}
