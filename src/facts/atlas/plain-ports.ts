/**
 * The undocumented ports in short: what is known of all ports of a stretch, once. Of one port only the
 * suggestions differ, which its page carries.
 */
import type { Atlas } from './atlas.ts';
import type { PortRecord } from './record.ts';
import { stretches } from './stretches.ts';

/** What the ports of a stretch have in common. */
type PlainFacts = Omit<
  PortRecord,
  'port' | 'nearestFree' | 'previousDocumented' | 'nextDocumented' | 'page'
>;

export interface PlainPorts {
  /** The first port of each stretch, and which of the facts are its. */
  stretches: readonly (readonly [low: number, at: number])[];
  facts: readonly PlainFacts[];
}

export function plainPorts(atlas: Atlas): PlainPorts {
  const known = new Map<string, number>();
  const facts: PlainFacts[] = [];
  const found = stretches(atlas).map(({ low, port }) => {
    const own = factsOf(atlas.port(port));
    const at = known.getOrInsertComputed(JSON.stringify(own), () => facts.push(own) - 1);
    return [low, at] as const;
  });
  return { stretches: found, facts };
}

function factsOf(record: PortRecord): PlainFacts {
  const { nearestFree, nextDocumented, page, port, previousDocumented, verdict, ...facts } = record;
  return { ...facts, verdict: { ...verdict, better: [] } };
}

/** The ports that a page suggests: better ones, or others that are as good. */
export const choicesOf = ({ nearestFree, verdict }: PortRecord): number[] =>
  verdict.better.length > 0 ? verdict.better : nearestFree;

export function plainRecord(
  port: number,
  choices: readonly number[],
  { facts, stretches }: PlainPorts,
): PortRecord {
  const [, at = 0] = stretches.findLast(([low]) => low <= port) ?? [];
  const own = facts[at] as PlainFacts;
  const good = own.verdict.level === 'good';
  return {
    ...own,
    port,
    nearestFree: good ? [...choices] : [],
    verdict: { ...own.verdict, better: good ? [] : [...choices] },
    previousDocumented: undefined,
    nextDocumented: undefined,
    page: undefined,
  };
}
