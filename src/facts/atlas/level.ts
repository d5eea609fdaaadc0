/** The verdict from its reasons: the gravest of them decides. */
import { VERDICT_LEVELS, type VerdictLevel } from '../../base/verdict-levels.ts';
import type { Reason } from './record.ts';

const gravest = (levels: readonly Reason['level'][]): VerdictLevel =>
  VERDICT_LEVELS.findLast((level) => levels.includes(level)) ?? 'good';

/** As the default of a program that is published. */
export const levelOf = (reasons: readonly Pick<Reason, 'level'>[]): VerdictLevel =>
  gravest(reasons.map(({ level }) => level));

/** On one's own machine or network. */
export const ownLevelOf = (reasons: readonly Pick<Reason, 'own'>[]): VerdictLevel =>
  gravest(reasons.map(({ own }) => own));
