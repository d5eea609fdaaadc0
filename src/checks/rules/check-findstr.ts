/** `findstr :79` finds :7900 too, and `findstr ":79 "` looks for either of two words, one of them empty. */
import type { Rule } from '../rule.ts';
import { programsIn } from '../shell.ts';

export const checkFindstr: Rule = {
  name: 'check-findstr',
  description: 'findstr in `checks` looks for the whole port: /C:":3330 "',
  check({ front, fields }) {
    return fields.checks.flatMap(({ value, path }) =>
      programsIn(value.command)
        .filter(({ name, args }) => name === 'findstr' && /:\d/.test(args) && !WHOLE.test(args))
        .map(() => ({
          line: front.lineOf([...path, 'command']),
          wrong: 'this finds longer numbers, too',
          right: `write findstr /C:":${fields.port} ", with the blank`,
          what: value.label,
        })),
    );
  },
};

const WHOLE = /\/C:":\d+ "/i;
