/** The languages as the build and the terminal speak them, each made when it is first needed. */
import { type Spoken, spokenWith } from '../messages/spoken.ts';
import { wordsOf } from './site-words.ts';

const known = new Map<string, Spoken>();

/** The package runs this with a Node that has no getOrInsertComputed. */
export function spokenIn(code: string): Spoken {
  const spoken = known.get(code) ?? spokenWith(code, wordsOf(code));
  known.set(code, spoken);
  return spoken;
}
