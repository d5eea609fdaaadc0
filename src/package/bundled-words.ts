/** The English inside the package: takes the place of words/locales/site-words.ts. */
import words from 'virtual:portolan/english';
import type { Words } from '../words/messages/spoken.ts';

export const wordsOf = (): Words => words;
