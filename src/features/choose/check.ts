/** One port that somebody has in mind: the verdict of its page, its reasons, and the nearest good ones. */
import { nearest } from '../../facts/atlas/nearest.ts';
import type { VerdictLevel } from '../../facts/atlas/record.ts';
import { type ChoiceFacts, PORT_COUNT, type Reason } from './facts.ts';

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
    better: level === 'good' ? [] : nearest(goodPorts(facts), port, BETTER),
  };
}

/** As goodPorts in src/facts/atlas/free.ts has them. */
function goodPorts(facts: ChoiceFacts): number[] {
  const ports = Array.from({ length: PORT_COUNT }, (_, port) => port);
  return ports.filter(
    (port) => facts.holds(port, ['free']) && !facts.holds(port, ['privileged', 'ephemeral']),
  );
}
