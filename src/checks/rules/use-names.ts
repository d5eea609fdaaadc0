/** The names of uses stand in lists: a comma inside one would look like the next name. */
import type { Rule } from '../rule.ts';

export const useNames: Rule = {
  name: 'use-names',
  description: 'the name of a use has no comma outside brackets: what it does stands in brackets',
  check({ front, fields }) {
    return fields.uses
      .filter(({ value }) => value.name.replace(/\([^)]*\)/g, '').includes(','))
      .map(({ value, path }) => {
        const [program, ...rest] = value.name.split(', ');
        return {
          line: front.lineOf([...path, 'name']),
          wrong: `'${value.name}' looks like several names in a list`,
          right: `write '${program} (${rest.join(', ')})', or say the rest in its note`,
        };
      });
  },
};
