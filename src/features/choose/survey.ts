/** Every port held against every condition that is asked, once. */
import { PORT_COUNT } from '../../base/ranges.ts';
import { CONDITIONS, type Condition } from './conditions.ts';
import type { Criteria } from './criteria.ts';
import type { ChoiceFacts } from './facts.ts';

export interface Survey {
  /** The first condition that the port fails by itself. */
  fault(port: number): Condition | undefined;
  /** The same for a port that begins a block; it alone has to be remembered. */
  faultAsFirst(port: number): Condition | undefined;
  /** The ports that fail a condition and no other: what would be gained without it. */
  onlyFail: ReadonlyMap<Condition, readonly number[]>;
}

export function survey(facts: ChoiceFacts, criteria: Criteria): Survey {
  const asked = CONDITIONS.filter((condition) => condition.asked(criteria));
  const first: (Condition | undefined)[] = [];
  const onlyFail = new Map(asked.map((condition) => [condition, [] as number[]]));
  for (let port = 0; port < PORT_COUNT; port++) {
    const failed = asked.filter((condition) => condition.fails(facts, port, criteria));
    const [one] = failed;
    first.push(one);
    if (one && failed.length === 1) onlyFail.get(one)?.push(port);
  }
  return {
    fault: (port) => (first[port]?.ofFirst ? undefined : first[port]),
    faultAsFirst: (port) => first[port],
    onlyFail,
  };
}
