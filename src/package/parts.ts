/** What is in the index, for who writes and who reads it. */
import type { Source } from '../facts/schemas/sources.ts';

/** The names of its parts; those of records are followed by the number of the block. */
export const PARTS = {
  head: 'head',
  names: 'names',
  choice: 'choice',
  scan: 'scan',
  documented: 'documented/',
  others: 'others/',
} as const;

/** So many records are unpacked to read one of them. */
export const BLOCK = 64;

export interface IndexHead {
  /** The newest day of the facts. */
  date: string;
  /** As runs.ts writes them. */
  documented: string;
  free: string;
  good: string;
  /** Where each stretch of undocumented ports begins; one record speaks for all of a stretch. */
  others: number[];
  sources: Source[];
}
