/** What is said of a port beyond its page: its name, the answer, and what to think of it when it is open. */
import type { VerdictLevel } from '../../base/verdict-levels.ts';
import type { PortRecord, Reason } from '../../facts/atlas/record.ts';
import { english } from '../messages/english.ts';
import { cardOf } from './card.ts';
import { exposureAdvice } from './exposure.ts';
import { portName } from './name.ts';
import { openOf } from './open.ts';
import { ownAnswer, ownAnswers, reasonLine, verdictAnswer } from './verdict.ts';

export const nameOf = (record: PortRecord): string => portName(record, english());

export const answerOf = (record: PortRecord): string =>
  record.page?.summary ?? english().paragraph(cardOf(record));

export function openAdvice(record: PortRecord): string {
  const security = record.page?.security;
  return security && security.exposure !== 'unknown'
    ? `${english().text(exposureAdvice(security))} ${security.reason}`
    : english().paragraph(openOf(record));
}

/** The verdict as a sentence. */
export const answerText = (level: VerdictLevel): string =>
  english().text(verdictAnswer({ verdict: { level } }));

/** 'Yes' for a program on one's own machine. */
export const yesText = (): string => english().text(ownAnswer({ own: 'good' }));

/** May I use it on my own machine or network? */
export const ownText = ({ verdict }: Pick<PortRecord, 'verdict'>): string =>
  english().paragraph(ownAnswers(verdict));

export const reasonText = (reason: Pick<Reason, 'id' | 'values'>): string =>
  english().text(reasonLine(reason));
