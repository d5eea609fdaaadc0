/** One port that somebody has in mind: the verdict of its page, its reasons, and the nearest good ones. */
import { goodPorts, type PortTests } from '../../facts/atlas/free.ts';
import { nearest } from '../../facts/atlas/nearest.ts';
import type { VerdictLevel } from '../../facts/atlas/record.ts';
import type { ChoiceFacts, Reason } from './facts.ts';

export interface Check {
  port: number;
  level: VerdictLevel;
  reasons: Reason[];
  /** None where the port itself is good. */
  better: number[];
}

const BETTER = 3;

export function check(facts: ChoiceFacts, port: number): Check {
  const level = facts.level(port);
  return {
    port,
    level,
    reasons: facts.reasons(port),
    better: level === 'good' ? [] : nearest(goodPorts(testsOf(facts)), port, BETTER),
  };
}

const testsOf = ({ holds }: ChoiceFacts): PortTests => ({
  free: (port) => holds(port, ['free']),
  privileged: (port) => holds(port, ['privileged']),
  ephemeral: (port) => holds(port, ['ephemeral']),
});
