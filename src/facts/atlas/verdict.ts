/** 'May I use this port for my own program?': the rules that hold, and the gravest of them. */
import { levelOf } from './level.ts';
import type { Reason, VerdictLevel } from './record.ts';
import { type Facts, RULES } from './verdict-rules.ts';

export function judge(facts: Facts): { level: VerdictLevel; reasons: Reason[] } {
  const reasons = RULES.flatMap(({ applies, id, level }) => {
    const values = applies(facts);
    return values === undefined ? [] : [{ id, level, values }];
  });
  return { level: levelOf(reasons), reasons };
}
