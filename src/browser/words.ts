/** The language that a page is read in, and its words, fetched when they are needed. */
import { words } from 'virtual:portolan/words';
import { type Spoken, spokenWith } from '../words/messages/spoken.ts';

let shown = document.documentElement.lang;

export const shownLanguage = (): string => shown;

export function showLanguage(code: string): void {
  shown = code;
}

export async function spokenIn(code: string): Promise<Spoken> {
  const module = await words[code]?.();
  if (!module) throw new Error(`${code}: no words`);
  return spokenWith(code, module.default);
}

/** The words of the language that is shown now. */
export const spokenHere = (): Promise<Spoken> => spokenIn(shown);
