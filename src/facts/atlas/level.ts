/** The verdict from its reasons: the gravest of them decides. */
import { VERDICT_LEVELS, type VerdictLevel } from '../../base/verdict-levels.ts';
import type { Reason } from './record.ts';

export function levelOf(reasons: readonly Pick<Reason, 'level'>[]): VerdictLevel {
  return VERDICT_LEVELS.findLast((level) => reasons.some((one) => one.level === level)) ?? 'good';
}
