/** What buttons say, in the language of the page. */
import english from 'virtual:portolan/english/frame';
import type { Spoken } from '../words/messages/spoken.ts';

let shown: Spoken | undefined;

/** Undefined while the page is in English. */
export const shownWords = (): Spoken | undefined => shown;

export function showWords(spoken: Spoken): void {
  shown = spoken;
}

/** Buttons say no more than words: there is nothing in them to fill. */
export const buttonText = (id: keyof typeof english): string =>
  String((shown?.words.port.frame ?? english)[id]);
