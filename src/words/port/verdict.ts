/** May I use it? The answer, and each reason of the verdict as a sentence. */
import type { PortRecord, Reason } from '../../facts/atlas/record.ts';
import { type MessageId, name, names, type Said, said, type Value } from '../messages/said.ts';

const ANSWERS = { good: 'use.good', care: 'use.care', avoid: 'use.avoid' } as const;

export const verdictAnswer = ({
  verdict,
}: {
  verdict: Pick<PortRecord['verdict'], 'level'>;
}): Said => said(ANSWERS[verdict.level]);

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
