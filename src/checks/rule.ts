/** What a rule is: it looks at one page, and may ask what else there is. */
import type { PortRecord } from '../facts/atlas/record.ts';
import type { Page } from './page.ts';

export interface Problem {
  line: number;
  /** What is wrong. */
  wrong: string;
  /** What would be right. */
  right: string;
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
