/** Says things in English: for the build, for the terminal and for every file that programs read. */
import { wordsOf } from '../locales/site-words.ts';
import { type Speaker, speakerFor } from './speaker.ts';

let made: Speaker | undefined;

/** Made when it is first needed: a command that says nothing reads no words. */
export function english(): Speaker {
  made ??= speakerFor('en', wordsOf('en').port);
  return made;
}
