/** Answers for a store, each of another client. */
import { randomBytes } from 'node:crypto';
import type { Ballot } from '../../../src/feedback/store.ts';

export function ballot(own: Partial<Ballot> = {}): Ballot {
  return {
    port: 3330,
    locale: 'en',
    face: 'no',
    reasons: [],
    note: '',
    version: '',
    day: '2026-11-20',
    vote: randomBytes(16),
    ...own,
  };
}
