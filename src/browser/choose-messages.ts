/** What the page and its worker say to each other. */
import type { Checked } from '../features/choose/check-text.ts';
import type { ShownAnswer } from '../features/choose/present.ts';

export type Request =
  /** The facts as they stand in the page, first of all. */
  | { kind: 'facts'; json: string; site: string }
  | { kind: 'give'; ask: string }
  | { kind: 'check'; text: string };

export type Reply =
  | { kind: 'given'; told: ShownAnswer }
  | { kind: 'checked'; text: string; told: Checked };
