/** What is said of a port beyond its page: its name, the answer, and what to think of it when it is open. */
import type { PortRecord, Reason, SourceIndex } from '../../facts/atlas/record.ts';
import { english } from '../messages/english.ts';
import { cardOf } from './card.ts';
import { exposureAdvice } from './exposure.ts';
import { portName } from './name.ts';
import { openOf } from './open.ts';
import { reasonLine } from './verdict.ts';

export const nameOf = (record: PortRecord): string => portName(record, english());

export const answerOf = (record: PortRecord, sources: SourceIndex): string =>
  record.page?.summary ?? english().paragraph(cardOf(record, sources));

export function openAdvice(record: PortRecord, sources: SourceIndex): string {
  const security = record.page?.security;
  return security && security.exposure !== 'unknown'
    ? `${english().text(exposureAdvice(security))} ${security.reason}`
    : english().paragraph(openOf(record, sources));
}

export const reasonText = (reason: Pick<Reason, 'id' | 'values'>): string =>
  english().text(reasonLine(reason));
