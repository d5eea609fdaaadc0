/** One line of content/ports/REVIEWS.csv: a page was read against its sources, claim by claim. */
import { z } from 'zod';
import { fullDate, portNumber } from './common.ts';

const count = z.coerce.number().pipe(z.int({ error: 'write a whole number' }).nonnegative());

export const review = z.strictObject({
  port: z.coerce.number().pipe(portNumber),
  /** Who read it: a short name, never an address; somebody other than the page's writer. */
  reader: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{1,29}$/, { error: 'a short name in lower case: reader-3' }),
  day: fullDate,
  /** How many claims were compared with what they cite. */
  claims: count.refine((claims) => claims > 0, { error: 'a reading checks at least one claim' }),
  /** How many of them the sources did not support. */
  wrong: count,
  /** How many of the wrong ones were corrected or taken out; a page lands with all of them mended. */
  mended: count,
  /** What was found, in a few words. */
  note: z.string().max(200, { error: 'at most 200 characters' }),
});

export type Review = z.infer<typeof review>;
