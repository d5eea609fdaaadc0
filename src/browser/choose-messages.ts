/** What the page and its worker say to each other. */
import type { ShownAnswer, ShownCheck } from '../features/choose/present.ts';

export type Request =
  /** The facts as they stand in the page, first of all. */
  | { kind: 'facts'; json: string; site: string }
  | { kind: 'give'; ask: string }
  | { kind: 'check'; port: number };

export type Reply = { kind: 'given'; told: ShownAnswer } | { kind: 'checked'; told: ShownCheck };
