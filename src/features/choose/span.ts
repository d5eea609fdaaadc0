/** Many ports in a row, such as the passive ports of an FTP server: how many get which answer. */
import { inFigures, inList } from '../../base/english-formats.ts';
import { VERDICT_LEVELS } from '../../base/verdict-levels.ts';
import { OWN, PUBLISH } from './answers.ts';
import type { ChoiceFacts } from './facts.ts';

export interface ShownSpan {
  name: string;
  items: string[];
}

/** As many as are named one by one. */
const NAMED = 8;
/** From so many on it is a range for connections, and no port for a listener. */
const PASSIVE = 10;

export function presentSpan(low: number, high: number, facts: ChoiceFacts): ShownSpan {
  const ports = Array.from({ length: high - low + 1 }, (_, at) => low + at);
  const line = (question: string, levelAt: ChoiceFacts['level'], yes: string) => {
    const groups = Map.groupBy(ports, levelAt);
    const parts = VERDICT_LEVELS.flatMap((level) => {
      const group = groups.get(level) ?? [];
      const answer = level === 'good' ? yes : facts.answers[level];
      return group.length === 0
        ? []
        : [`${answer.replace(/\.$/, '')}: ${some(group, ports.length)}.`];
    });
    return `${question} ${parts.join(' ')}`;
  };
  const lent = ports.filter((port) => facts.holds(port, ['ephemeral'])).length;
  return {
    name: `${low} to ${high}`,
    items: [
      line(OWN, facts.ownLevel, facts.answers.yes),
      line(PUBLISH, facts.level, facts.answers.good),
      ...(lent >= PASSIVE ? [PASSIVE_FTP] : []),
    ],
  };
}

const PASSIVE_FTP =
  'For the passive connections of an FTP server, the ranges for outgoing connections do no harm: ' +
  'where a port is in use, the server takes another one of its range.';

function some(group: readonly number[], all: number): string {
  if (group.length === all) return `all ${inFigures(all)}`;
  const named = group.slice(0, NAMED).map(String);
  const count = inFigures(group.length);
  return group.length > NAMED ? `${count} of ${inFigures(all)}` : inList(named) || count;
}
