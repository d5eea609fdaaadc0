/** 'May I use this port for my own program?': the rules that hold, and the gravest of them. */
import { levelOf, ownLevelOf } from './level.ts';
import type { PortRecord } from './record.ts';
import { type Facts, RULES } from './verdict-rules.ts';

export function judge(facts: Facts): Pick<PortRecord['verdict'], 'level' | 'own' | 'reasons'> {
  const reasons = RULES.flatMap(({ applies, id, level, own = 'note' }) => {
    const values = applies(facts);
    return values === undefined ? [] : [{ id, level, own, values }];
  });
  return { level: levelOf(reasons), own: ownLevelOf(reasons), reasons };
}
