/** What a rule is: it looks at one page, and may ask what else there is. */
import type { PortRecord } from '../facts/atlas/record.ts';
import type { Page } from './page.ts';

export interface Problem {
  line: number;
  /** What is wrong. */
  wrong: string;
  /** What would be right. */
  right: string;
  /** What the list of exceptions calls it, where the rule has exceptions: a source's key, a label. */
  what?: string;
}

export interface Finding extends Problem {
  file: string;
  rule: string;
}

export interface Context {
  /** All pages. */
  pages: readonly Page[];
  /** Those whose findings are wanted: all of them, or the ones named on the command line. */
  wanted: ReadonlySet<Page>;
  /** What the atlas knows of a port. */
  record: (port: number) => PortRecord;
  /** 2026-11-20 */
  today: string;
  stockPhrases: readonly StockPhrase[];
  /** The ports whose pages were read against their sources by somebody other than their writer. */
  reviewed: ReadonlySet<number>;
  exceptions: readonly Exception[];
}

/** Something that breaks a rule and is known to: older than the rule, and to be mended. */
export interface Exception {
  rule: string;
  /** A port, or a guide's name. */
  page: string;
  /** Which of the page's problems; empty where the rule finds one at most. */
  what: string;
}

export interface StockPhrase {
  /** '*' at the end of a word stands for any ending, '…' for up to eight words. */
  phrase: string;
  /** What to write instead. */
  instead?: string | undefined;
}

export interface Rule {
  name: string;
  description: string;
  /** Set for the rules that make sense of a page without readable frontmatter. */
  always?: boolean;
  check: (page: Page, context: Context) => Problem[];
}
