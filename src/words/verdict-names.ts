/** 'May I use it?' in English: the word for each level, and the answer as a sentence. */
import type { VerdictLevel } from '../base/verdict-levels.ts';

export const VERDICT_NAMES: Record<VerdictLevel, string> = {
  good: 'Yes',
  care: 'With care',
  avoid: 'Better not',
};

export const verdictSentence = (level: VerdictLevel): string =>
  `${VERDICT_NAMES[level]}${level === 'good' ? ', a good choice' : ''}.`;
