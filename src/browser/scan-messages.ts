/** What the page and its worker say to each other. The text goes to the worker, and nowhere else. */
import type { ColumnId } from '../features/scan/table.ts';
import type { View } from '../features/scan/view.ts';

export type Source = string | readonly File[];

export type Request =
  | { kind: 'read'; source: Source }
  | { kind: 'rows'; view: View; from: number }
  | { kind: 'text'; view: View; as: 'markdown' | 'csv'; origin: string };

export interface ShownRow {
  cells: Record<ColumnId, string>;
  page: string;
  worthALook: boolean;
}

export interface Found {
  kind: 'read';
  ports: number;
  /** What was found, as a sentence. */
  summary: string;
  /** Whether the facts could be had; without them, only what was pasted is shown. */
  known: boolean;
}

export interface Part {
  kind: 'rows';
  rows: ShownRow[];
  from: number;
  /** How many the view has in all. */
  total: number;
}

export type Answer = Found | Part | { kind: 'text'; text: string };

/** Between 0 and 1, while a text is read. */
export interface Progress {
  kind: 'progress';
  done: number;
}

/** As many rows as are shown at once. */
export const PART = 100;
