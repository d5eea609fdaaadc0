/** May I use it? The answer, and each reason of the verdict as a sentence. */
import type { PortRecord, Reason } from '../../facts/atlas/record.ts';
import { type MessageId, name, type Said, said } from '../messages/said.ts';

const ANSWERS = { good: 'use.good', care: 'use.care', avoid: 'use.avoid' } as const;

export const verdictAnswer = ({ verdict }: Pick<PortRecord, 'verdict'>): Said =>
  said(ANSWERS[verdict.level]);

/** TODO */
export const reasonLine = (reason: Reason): Said =>
  said('use.reason' as MessageId, { text: name(reason.text) });
