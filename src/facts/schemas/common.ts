/** The small values that several concepts share. Each names what is wrong and what would be right. */

import { z } from 'zod';
import { LAST_PORT } from '../../base/ranges.ts';

export const portNumber = z
  .int({ error: 'a port is a whole number' })
  .min(0, { error: 'ports begin at 0' })
  .max(LAST_PORT, { error: `ports end at ${LAST_PORT}` });

/** The transports that have port numbers of their own, in the order in which pages show them. */
export const TRANSPORTS = ['tcp', 'udp', 'sctp', 'dccp'] as const;
export const transport = z.enum(TRANSPORTS);
export type Transport = z.infer<typeof transport>;

/** A day, a month or a year: as exact as the source is, and no more. */
export const partialDate = z
  .string({ error: 'write the date in quotes: "2003", "2003-08" or "2003-08-14"' })
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, {
    error: 'write a date as "2003", "2003-08" or "2003-08-14"',
  });

export const fullDate = z
  .string({ error: 'write the date in quotes: "2026-11-20"' })
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
    error: 'write the day as "2026-11-20"',
  });

export const webAddress = z.url({
  protocol: /^https?$/,
  error: 'write the whole address, beginning with https:// (or http:// where there is no other)',
});

/** A text that an author wrote. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'say something here, or leave the field out' })
    .max(most, { error: `at most ${most} characters` });
