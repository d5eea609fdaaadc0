/** 'May I use it?' in English, as a word in a table. The sentences are the messages `use.good` and its like. */
import type { VerdictLevel } from '../base/verdict-levels.ts';

export const VERDICT_NAMES: Record<VerdictLevel, string> = {
  good: 'Yes',
  care: 'With care',
  avoid: 'Better not',
};
