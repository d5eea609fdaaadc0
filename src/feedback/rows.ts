/** An answer as a row of a table, and back. */
import { z } from 'zod';
import { FACES, REASONS } from '../base/feedback-values.ts';
import type { Ballot, StoredAnswer } from './store.ts';

/** In this order in every statement that stores an answer. */
export const COLUMNS = [
  'day',
  'port',
  'locale',
  'face',
  'reasons',
  'note',
  'version',
  'vote',
] as const;

type Value = string | number | Buffer;

export function valuesOf(ballot: Ballot): Value[] {
  const { day, port, locale, face, reasons, note, version, vote } = ballot;
  return [day, port, locale, face, reasons.join(' '), note, version, vote];
}

/** Somebody may have changed the table by hand; then this says so, and does not guess. */
const row = z.object({
  id: z.coerce.number(),
  day: z.string(),
  port: z.number(),
  locale: z.string(),
  face: z.enum(FACES),
  reasons: z.string().transform((text) => REASONS.filter((name) => text.split(' ').includes(name))),
  note: z.string(),
  version: z.string(),
  resolved: z.string().nullable(),
});

export function answerOf(value: unknown): StoredAnswer {
  return row.parse(value);
}
