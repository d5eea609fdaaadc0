/** May I use it? An answer for each of the two questions, and each reason of the verdicts as a sentence. */

import type { VerdictLevel } from '../../base/verdict-levels.ts';
import type { PortRecord, Reason } from '../../facts/atlas/record.ts';
import { type MessageId, name, names, type Said, said, type Value } from '../messages/said.ts';

type Verdict = Pick<PortRecord['verdict'], 'level' | 'own' | 'reasons'>;

const ANSWERS = { good: 'use.good', care: 'use.care', avoid: 'use.avoid' } as const;

/** As the default of a program that is published. */
export const verdictAnswer = ({ verdict }: { verdict: { level: VerdictLevel } }): Said =>
  said(ANSWERS[verdict.level]);

/** On one's own machine or network: the answer in short. */
export const ownAnswer = ({ own }: Pick<Verdict, 'own'>): Said =>
  said(own === 'good' ? 'use.yes' : ANSWERS[own]);

/**
 * The reason that stands beside the answer in short: what decides it, or with whom the port is shared.
 * 'Yes, if nothing else uses it' is an answer by itself.
 */
export function ownReason<Any extends Pick<Reason, 'id' | 'own'>>({
  own,
  reasons,
}: {
  own: VerdictLevel;
  reasons: readonly Any[];
}): Any | undefined {
  if (own === 'good') return reasons.find(({ id }) => id === 'shared');
  return reasons.find(({ id }) => id === 'its-own') ?? reasons.find((reason) => reason.own === own);
}

/** The whole answer, in sentences. */
export function ownAnswers(verdict: Verdict): Said[] {
  const reason = ownReason(verdict);
  if (!reason) return [ownAnswer(verdict)];
  return verdict.own === 'good' ? [reasonLine(reason)] : [ownAnswer(verdict), reasonLine(reason)];
}

/** For the first screen, where the reasons have no room. */
export const shortOwnAnswer = (verdict: Verdict): Said => ownAnswers(verdict)[0] as Said;

/** What is left to say beside both answers. */
export function otherReasons<Any extends Pick<Reason, 'id' | 'own'>>(verdict: {
  own: VerdictLevel;
  reasons: readonly Any[];
}): Any[] {
  const told = ownReason(verdict);
  return verdict.reasons.filter((reason) => reason !== told && reason.id !== 'shared');
}

/** Each rule has a message of its own name; a test holds the two to each other. */
export const reasonLine = ({ id, values }: Pick<Reason, 'id' | 'values'>): Said =>
  said(
    `use.${id}` as MessageId,
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, filled(value)])),
  );

function filled(value: Reason['values'][string]): Value {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? name(value) : names(value);
}
