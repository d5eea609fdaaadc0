/** A rule of the built site: what holds for each page by itself. */
import type { Page } from './page.ts';
import type { Site } from './site.ts';

/** @param right what would be right, where the rule's own line does not say it */
type Say = (found: string, right?: string) => void;

export interface Rule {
  name: string;
  /** What is right, in a sentence. */
  right: string;
  look: (page: Page, say: Say, site: Site) => void;
}

export interface Case {
  file: string;
  found: string;
  right?: string;
}
