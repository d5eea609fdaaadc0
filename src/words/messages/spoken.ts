/**
 * A language as the page of a port needs it: its messages, and who says them. The build and the
 * browser both make one.
 */
import type { LocaleMessages } from '../../facts/schemas/locale.ts';
import type { CompiledTree } from '../locales/compiled.ts';
import type { PortMessages } from './said.ts';
import { type Speaker, speakerFor } from './speaker.ts';

/** The messages of a language, compiled. */
export interface Words {
  page: CompiledTree<LocaleMessages['page']>;
  port: CompiledTree<PortMessages>;
  front: CompiledTree<LocaleMessages['front']>;
}

export interface Spoken {
  speaker: Speaker;
  words: Words;
}

export const spokenWith = (code: string, words: Words): Spoken => ({
  speaker: speakerFor(code, words.port),
  words,
});
