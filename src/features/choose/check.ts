/** One port that somebody has in mind: the verdicts of its page, their reasons, and good ports near by. */
import { goodPorts, type PortTests } from '../../facts/atlas/free.ts';
import type { VerdictLevel } from '../../facts/atlas/record.ts';
import { suggested } from '../../facts/atlas/suggest.ts';
import type { ChoiceFacts, Reason } from './facts.ts';

export interface Check {
  port: number;
  /** As the default of a program that is published. */
  level: VerdictLevel;
  /** On one's own machine or network. */
  own: VerdictLevel;
  reasons: Reason[];
  /** None where the port itself is good. */
  better: number[];
}

export function check(facts: ChoiceFacts, port: number): Check {
  const level = facts.level(port);
  return {
    port,
    level,
    own: facts.ownLevel(port),
    reasons: facts.reasons(port),
    better: level === 'good' ? [] : suggested(goodPorts(testsOf(facts)), port),
  };
}

const testsOf = ({ holds }: ChoiceFacts): PortTests => ({
  free: (port) => holds(port, ['free']),
  privileged: (port) => holds(port, ['privileged']),
  ephemeral: (port) => holds(port, ['ephemeral']),
});
