/** What one person believes to be right is right in 94 of 100 claims; a second reader finds the other six. */
import type { Rule } from '../rule.ts';

export const reviewed: Rule = {
  name: 'reviewed',
  description: 'somebody other than the writer read the page against its sources: REVIEWS.csv',
  check({ kind, front, port }, { reviewed: ports }) {
    if (kind !== 'port' || port === undefined || ports.has(port)) return [];
    return [
      {
        line: front.lineOf(['port']),
        wrong: 'nobody has read this page against its sources',
        right: `let another reader check each claim, and add a line for ${port} to REVIEWS.csv`,
      },
    ];
  },
};
