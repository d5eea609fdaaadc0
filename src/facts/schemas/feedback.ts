/** An answer to 'was this page helpful?', as it comes in and before anything of it is believed. */
import { z } from 'zod';
import { FACES, HONEYPOT, NOTE_MAX, REASONS, VERSION_MAX } from '../../base/feedback-values.ts';
import { LOCALES } from '../../base/languages.ts';
import { portNumber } from './common.ts';

export * from '../../base/feedback-values.ts';

const codes = LOCALES.map(({ code }) => code);

/** Nobody types these; a line break and a tab are the only ones that mean something in a note. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** A form sends a line break as two characters; half of a surrogate pair is no character at all. */
function tidyNote(note: string): string {
  return note.replace(/\r\n?/g, '\n').replace(CONTROLS, '').toWellFormed().trim();
}

export const feedbackAnswer = z.strictObject({
  port: portNumber,
  /** The language that the reader had chosen. */
  locale: z.enum(codes, { error: 'not one of the languages of this site' }),
  face: z.enum(FACES, { error: `one of ${FACES.join(', ')}` }),
  reasons: z
    .array(z.enum(REASONS, { error: `each one of ${REASONS.join(', ')}` }))
    .max(REASONS.length, { error: `at most ${REASONS.length}` })
    .transform((given) => REASONS.filter((reason) => given.includes(reason)))
    .default([]),
  note: z
    .string()
    .transform(tidyNote)
    .refine((note) => note.length <= NOTE_MAX, { error: `at most ${NOTE_MAX} characters` })
    .default(''),
  /** Of which registry the page was made: its date. */
  version: z
    .string()
    .regex(new RegExp(`^[\\w.-]{0,${VERSION_MAX}}$`), {
      error: `at most ${VERSION_MAX} letters, digits, dots and dashes`,
    })
    .default(''),
  [HONEYPOT]: z.literal('', { error: 'leave this field empty' }).optional(),
});

export type FeedbackAnswer = z.infer<typeof feedbackAnswer>;
