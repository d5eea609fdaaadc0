/** A search that finds nothing prints nothing, and so does one that could not look: say how to tell them apart. */
import { anyOf } from '../../base/patterns.ts';
import type { Rule } from '../rule.ts';
import { programsIn } from '../shell.ts';

export const checkSilence: Rule = {
  name: 'check-silence',
  description: 'where no output is healthy, `healthy` or `suspicious` says what else it can mean',
  check({ front, fields }) {
    return fields.checks.flatMap(({ value, path }) => {
      const { command, healthy, suspicious, label } = value;
      const filters = programsIn(command).some(
        ({ name, args }) =>
          /^(?:grep|findstr|journalctl)$/.test(name) || (name === 'nmap' && /--script/.test(args)),
      );
      if (!filters || !SILENCE.test(healthy) || LIMIT.test(`${healthy} ${suspicious}`)) return [];
      return [
        {
          line: front.lineOf([...path, 'healthy']),
          wrong: 'no output is also what comes when the command could not look',
          right: 'say so: "… also where the port is filtered"',
          what: label,
        },
      ];
    });
  },
};

const SILENCE =
  /^(?:no (?:output|line|list|report|topics?|channel|answer)|nothing|an? empty|empty|silence|none)\b/i;
const LIMIT = anyOf(
  [
    /\b(?:also|too|either|as well|could not|looks the same|do not show)\b/,
    /\b(?:says?|proves?|decides?|prints?) nothing\b/,
  ],
  'i',
);
