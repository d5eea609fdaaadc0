/**
 * What the verdict says of every port, small enough to travel with the page: for each rule the runs
 * of ports of which it says the same. The sentences are the atlas's own, and so is the verdict.
 */
import { PORT_COUNT } from '../../base/ranges.ts';
import { levelOf, ownLevelOf } from '../../facts/atlas/level.ts';
import type { VerdictLevel, Reason as VerdictReason } from '../../facts/atlas/record.ts';

/** A reason of the verdict, said in English while the data was made. */
export interface Reason extends Pick<VerdictReason, 'id' | 'level' | 'own'> {
  text: string;
}

/** One rule of src/facts/atlas/verdict.ts, with all that it says. */
export interface RuleFacts {
  id: string;
  level: Reason['level'];
  own: Reason['own'];
  /** Whether it makes a port taken, or only listed; see Rule in src/facts/atlas/verdict-rules.ts. */
  chooser?: 'taken' | 'listed';
  /** What each sentence of the rule begins and ends with. */
  before: string;
  after: string;
  /**
   * Per run, how many ports lie between it and the one before, and after a dot its length if that
   * is not 1; to the base 36.
   */
  runs: string;
  /** Per run, what stands between `before` and `after`, on a line. */
  texts: string;
}

/** The ports that a system lends to outgoing connections by default. */
export interface LentRange {
  system: string;
  low: number;
  high: number;
}

export interface ChoiceData {
  rules: RuleFacts[];
  lent: LentRange[];
  /** The verdict as a sentence; `yes` is what 'good' is on one's own machine. */
  answers: Record<VerdictLevel | 'yes', string>;
  /** The day of IANA's registry. */
  registry: string;
}

export interface ChoiceFacts {
  reasons(port: number): Reason[];
  level(port: number): VerdictLevel;
  /** On one's own machine or network. */
  ownLevel(port: number): VerdictLevel;
  /** What a rule says, run by run: the first port of each, and the part that differs. */
  said(id: string): { port: number; text: string }[];
  /** Whether any of these rules holds for the port. */
  holds(port: number, ids: readonly string[]): boolean;
  /** The rules that make a port taken, and those that make it listed. */
  taken: readonly string[];
  listed: readonly string[];
  lent: readonly LentRange[];
  answers: Readonly<ChoiceData['answers']>;
  registry: string;
}

interface Run {
  low: number;
  text: string;
}

export function openChoice({ answers, rules, lent, registry }: ChoiceData): ChoiceFacts {
  /** A bit for each rule that holds. */
  const held = new Uint32Array(PORT_COUNT);
  const runs = rules.map((rule, at) => readRuns(rule, held, 1 << at));
  const bits = new Map(rules.map(({ id }, at) => [id, 1 << at]));

  const idsOf = (chooser: RuleFacts['chooser']) =>
    rules.filter((rule) => rule.chooser === chooser).map(({ id }) => id);

  const reasons = (port: number): Reason[] =>
    rules.flatMap(({ id, level, own, before, after }, at) =>
      ((held[port] ?? 0) & (1 << at)) === 0
        ? []
        : [{ id, level, own, text: before + textAt(runs[at] ?? [], port) + after }],
    );
  return {
    reasons,
    level: (port) => levelOf(reasons(port)),
    ownLevel: (port) => ownLevelOf(reasons(port)),
    said: (id) =>
      (runs[rules.findIndex((rule) => rule.id === id)] ?? []).map(({ low: port, text }) => ({
        port,
        text,
      })),
    holds: (port, ids) => ids.some((id) => ((held[port] ?? 0) & (bits.get(id) ?? 0)) !== 0),
    taken: idsOf('taken'),
    listed: idsOf('listed'),
    lent,
    answers,
    registry,
  };
}

function readRuns({ runs, texts }: RuleFacts, held: Uint32Array, bit: number): Run[] {
  const lines = texts.split('\n');
  let port = 0;
  return (runs === '' ? [] : runs.split(' ')).map((run, at) => {
    const [gap = '', length = '1'] = run.split('.');
    const low = port + Number.parseInt(gap, 36);
    port = low + Number.parseInt(length, 36);
    for (let one = low; one < port; one++) held[one] = (held[one] ?? 0) | bit;
    return { low, text: lines[at] ?? '' };
  });
}

/** The text of the last run that begins at the port or below. */
function textAt(runs: readonly Run[], port: number): string {
  let from = 0;
  let to = runs.length;
  while (from + 1 < to) {
    const middle = (from + to) >> 1;
    if ((runs[middle]?.low ?? 0) <= port) from = middle;
    else to = middle;
  }
  return runs[from]?.text ?? '';
}
