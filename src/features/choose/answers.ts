/** The two questions, in English, and the answers to them for one port. */
import { otherReasons, ownReason } from '../../words/port/verdict.ts';
import type { ChoiceFacts, Reason } from './facts.ts';

export const OWN = 'On your own machine or network:';
export const PUBLISH = 'As the default of a program that you publish:';

export interface Answers {
  own: { level: string; text: string };
  publish: { level: string; text: string };
  /** What is left to say beside both. */
  reasons: Reason[];
}

export function answersOf(port: number, facts: ChoiceFacts): Answers {
  const verdict = { own: facts.ownLevel(port), reasons: facts.reasons(port) };
  const level = facts.level(port);
  const reason = ownReason(verdict);
  const answer = verdict.own === 'good' ? facts.answers.yes : facts.answers[verdict.own];
  const text = verdict.own === 'good' ? (reason?.text ?? answer) : [answer, reason?.text].join(' ');
  return {
    own: { level: verdict.own, text: text.trim() },
    publish: { level, text: facts.answers[level] },
    reasons: otherReasons(verdict),
  };
}
