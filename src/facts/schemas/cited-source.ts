/** What an author relies on: told once under `sources`, and cited by its key. */
import { z } from 'zod';
import { fullDate, partialDate, webAddress, words } from './common.ts';

/** The key of an entry in `sources`; what a claim points at, and what a footnote [^key] cites. */
export const sourceKey = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, {
  error: 'a source key is lower case letters, digits and hyphens: rfc793, msrc-2017-010',
});

export const source = z.strictObject({
  key: sourceKey,
  /** The title as the source itself gives it. */
  title: words(200),
  /** Who answers for it: IETF, Microsoft, the project. */
  publisher: words(80),
  url: webAddress,
  /** When it was published, as exactly as it says. Left out where it does not say. */
  date: partialDate.optional(),
  /** The day on which the author last read it. */
  checked: fullDate,
  /**
   * 'certain' for what is known to exist and was cited without being opened: an RFC, a CVE, a
   * project's main documentation.
   */
  read: z.enum(['read', 'certain']).default('read'),
});

export type CitedSource = z.infer<typeof source>;
