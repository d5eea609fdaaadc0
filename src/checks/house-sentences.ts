/**
 * Sentences that may stand on many pages, since they mean the same on each: what is not recorded is
 * said in one way.
 */
export const NO_FIXED_VERSION = 'The record names no corrected version';

/** After a search of the output of netstat. */
const COULD_NOT_LOOK = 'Without findstr other ports must appear, or it could not look';

export const HOUSE_SENTENCES: readonly string[] = [NO_FIXED_VERSION, COULD_NOT_LOOK];
