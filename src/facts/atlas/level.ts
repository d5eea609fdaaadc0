/** The verdict from its reasons: the gravest of them decides. */
import type { Reason, VerdictLevel } from './record.ts';

export function levelOf(reasons: readonly Pick<Reason, 'level'>[]): VerdictLevel {
  const worst = (['avoid', 'care'] as const).find((level) =>
    reasons.some((reason) => reason.level === level),
  );
  return worst ?? 'good';
}
