/** Whether a port may face the internet is the advice that people act on. */
import type { Rule } from '../rule.ts';

export const exposureSource: Rule = {
  name: 'exposure-source',
  description: "an exposure other than 'unknown' names its source",
  check({ front, fields: { security } }) {
    if (!security || security.exposure === 'unknown' || security.source !== undefined) return [];
    return [
      {
        line: front.lineOf(['security', 'exposure']),
        wrong: `the exposure '${security.exposure}' has no source`,
        right: "add `source:` with a key of `sources`, or write 'unknown'",
      },
    ];
  },
};
