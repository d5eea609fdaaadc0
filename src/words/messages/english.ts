/** Says things in English: for the build, for the terminal and for every file that programs read. */
import { spokenIn } from '../locales/spoken-in.ts';
import type { Speaker } from './speaker.ts';

/** Made when it is first needed: a command that says nothing reads no words. */
export const english = (): Speaker => spokenIn('en').speaker;
