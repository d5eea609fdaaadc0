/** Stands before and after a word that matches; no text has this sign. */
export const MARK = '\u0001';
