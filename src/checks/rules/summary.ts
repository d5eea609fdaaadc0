/**
 * The summary is the answer, and what a search engine shows: its first words must tell something.
 * (Its length is the schema's.)
 */
import type { Problem, Rule } from '../rule.ts';

/** Words that add nothing to a title. */
const EMPTY = new Set(
  (
    'a an and are as at by default for from in is it its listens number of on or over port ports ' +
    'protocol server service tcp that the this to udp use used uses via with'
  ).split(' '),
);

export const summary: Rule = {
  name: 'summary',
  description: "the summary says more than the title, and does not begin with 'Port N'",
  check({ front, fields }) {
    const { title, port } = fields;
    if (fields.summary === undefined) return [];
    const problems: Omit<Problem, 'line'>[] = [];
    if (/^(?:(?:tcp|udp)\s+)?port\s+\d/i.test(fields.summary)) {
      const right = 'the page names the number above it: begin with what it is';
      problems.push({ wrong: "the summary begins with 'Port N'", right });
    }
    const known = new Set([...wordsOf(title ?? ''), String(port), ...EMPTY]);
    const added = new Set(wordsOf(fields.summary).filter((word) => !known.has(word)));
    if (added.size < 2) {
      const right = 'say what it is for, and what to make of it';
      problems.push({ wrong: 'the summary only repeats the title', right });
    }
    return problems.map((problem) => ({ line: front.lineOf(['summary']), ...problem }));
  },
};

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
