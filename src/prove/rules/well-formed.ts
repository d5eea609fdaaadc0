import type { Rule } from '../rule.ts';

export const wellFormed: Rule = {
  name: 'well-formed',
  right: 'No browser has to mend anything: every tag is whole, and ends where HTML allows it.',
  look: ({ faults }, say) => {
    for (const fault of faults) say(fault);
  },
};
