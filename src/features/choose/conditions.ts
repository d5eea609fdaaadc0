/**
 * What a port has to meet. Each condition stands on rules of the verdict, so that nothing is
 * offered here that the page of the port calls otherwise; the first that fails tells why.
 */
import { FIRST_DYNAMIC_PORT, FIRST_USER_PORT } from '../../base/ranges.ts';
import type { Criteria } from './criteria.ts';
import type { ChoiceFacts, LentRange } from './facts.ts';
import { patternOf } from './memorable.ts';

export interface Condition {
  id: string;
  /** What the ports are that fail it. */
  failing: string;
  /** Asked of the first port of a block alone. */
  ofFirst?: boolean;
  /** Whether a reader can do without it. */
  droppable: boolean;
  asked(criteria: Criteria): boolean;
  fails(facts: ChoiceFacts, port: number, criteria: Criteria): boolean;
  /** The fact on which a port fails. */
  fact(facts: ChoiceFacts, port: number, own?: boolean): string;
}

const said = (facts: ChoiceFacts, port: number, ids: readonly string[]) =>
  facts.reasons(port).find(({ id }) => ids.includes(id))?.text ?? '';

/** What speaks against a port on one's own machine: that something may well run there already. */
const TAKEN_AT_HOME = [
  'zero',
  'its-own',
  'backdoor',
  'authored',
  'established',
  'reported',
  'nodeport',
];

export const CONDITIONS: readonly Condition[] = [
  {
    id: 'taken',
    failing: 'taken',
    droppable: false,
    asked: () => true,
    fails: (facts, port, { own }) => facts.holds(port, own ? TAKEN_AT_HOME : facts.taken),
    fact: (facts, port, own) => said(facts, port, own ? TAKEN_AT_HOME : facts.taken),
  },
  {
    id: 'privileged',
    failing: 'below 1024',
    droppable: true,
    asked: ({ privileged }) => !privileged,
    fails: (facts, port) => facts.holds(port, ['privileged']),
    fact: (facts, port) => said(facts, port, ['privileged']),
  },
  {
    id: 'lent',
    failing: 'used for outgoing connections',
    droppable: true,
    asked: ({ systems }) => systems !== 'any',
    fails: (facts, port, { systems }) =>
      facts.holds(port, ['ephemeral']) ||
      (systems === 'every' && lendersOf(facts, port).length > 0),
    fact: (facts, port) =>
      said(facts, port, ['ephemeral']) || said(facts, port, ['other-ephemeral']),
  },
  {
    id: 'refused',
    failing: 'refused by browsers',
    droppable: true,
    asked: ({ refused }) => !refused,
    fails: (facts, port) => facts.holds(port, ['refused']),
    fact: (facts, port) => said(facts, port, ['refused']),
  },
  {
    id: 'free',
    failing: 'listed somewhere',
    droppable: true,
    // At home it is no matter what a list says of a port that no program uses.
    asked: ({ listed, own }) => !listed && !own,
    fails: (facts, port) => !facts.holds(port, ['free']),
    fact: (facts, port) => said(facts, port, facts.listed) || 'A source says something of it.',
  },
  {
    id: 'memorable',
    failing: 'without a pattern',
    ofFirst: true,
    droppable: true,
    asked: ({ memorable }) => memorable,
    fails: (_, port) => patternOf(port) === undefined,
    fact: () => 'Its digits make no pattern.',
  },
];

/** A system that lends every port which IANA can assign leaves nothing to choose from. */
const lendsAll = ({ low, high }: LentRange) =>
  low <= FIRST_USER_PORT && high >= FIRST_DYNAMIC_PORT - 1;

/** The systems that lend the port, save those that lend all. */
export const lendersOf = (facts: ChoiceFacts, port: number) => systemsOf(facts, port, true);

/** The systems that do not. */
export const sparersOf = (facts: ChoiceFacts, port: number) => systemsOf(facts, port, false);

function systemsOf({ lent }: ChoiceFacts, port: number, lends: boolean): string[] {
  const ranges = lent.filter((range) => !lendsAll(range));
  const found = ranges.filter(({ low, high }) => (low <= port && port <= high) === lends);
  return [...new Set(found.map(({ system }) => system))];
}
