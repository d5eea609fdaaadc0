/** The words of the languages, read and compiled once for the whole build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDir } from '../../base/content-dir.ts';
import { type LocaleMessages, localeMessages } from '../../facts/schemas/locale.ts';
import type { PortMessages } from '../messages/said.ts';
import type { Words } from '../messages/spoken.ts';
import { compileTree } from './compile.ts';

export interface LocaleWords extends Words {
  messages: LocaleMessages;
}

const known = new Map<string, LocaleWords>();

export function wordsOf(code: string): LocaleWords {
  return known.getOrInsertComputed(code, () => {
    const text = readFileSync(join(contentDir('locales'), `${code}.json`), 'utf8');
    const messages = localeMessages.parse(JSON.parse(text));
    return {
      messages,
      page: compileTree(messages.page),
      // A language that has no words for a port's record yet says these things in English.
      port: messages.port ? compileTree(messages.port as PortMessages) : wordsOf('en').port,
      front: compileTree(messages.front),
    };
  });
}
