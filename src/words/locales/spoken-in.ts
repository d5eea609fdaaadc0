/** The languages as the build speaks them, each made when it is first needed. */
import { type Spoken, spokenWith } from '../messages/spoken.ts';
import { wordsOf } from './site-words.ts';

const known = new Map<string, Spoken>();

export const spokenIn = (code: string): Spoken =>
  known.getOrInsertComputed(code, () => spokenWith(code, wordsOf(code)));
