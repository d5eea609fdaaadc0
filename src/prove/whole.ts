/** A rule of the built site that no page can answer by itself. */
import type { Gathered } from './gathered.ts';
import type { Case } from './rule.ts';
import type { SiteFile } from './site-files.ts';

export interface Whole {
  folder: string;
  files: readonly SiteFile[];
  gathered: readonly Gathered[];
}

export interface WholeRule {
  name: string;
  right: string;
  look: (whole: Whole) => Iterable<Case> | AsyncIterable<Case>;
}
