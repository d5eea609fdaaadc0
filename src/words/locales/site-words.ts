/** The words of the languages, read and compiled once for the whole build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDir } from '../../base/content-dir.ts';
import { type LocaleMessages, localeMessages } from '../../facts/schemas/locale.ts';
import type { PortMessages } from '../messages/said.ts';
import { compileTree } from './compile.ts';
import type { CompiledTree } from './compiled.ts';

export interface LocaleWords {
  messages: LocaleMessages;
  /** What the page of a port says in this language. */
  page: CompiledTree<LocaleMessages['page']>;
  /** What the page says of the port's record. */
  port: CompiledTree<PortMessages>;
  front: CompiledTree<LocaleMessages['front']>;
}

const known = new Map<string, LocaleWords>();

export function wordsOf(code: string): LocaleWords {
  return known.getOrInsertComputed(code, () => {
    const text = readFileSync(join(contentDir('locales'), `${code}.json`), 'utf8');
    const messages = localeMessages.parse(JSON.parse(text));
    return {
      messages,
      page: compileTree(messages.page),
      port: compileTree((messages.port ?? {}) as PortMessages),
      front: compileTree(messages.front),
    };
  });
}
