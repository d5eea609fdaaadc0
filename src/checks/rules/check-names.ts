/** Linux keeps 15 characters of a process's name, and that is all that `ss -p`, `ps -C` and `pgrep` know. */
import type { Rule } from '../rule.ts';
import { programsIn } from '../shell.ts';

const KEPT = 15;

export const checkNames: Rule = {
  name: 'check-names',
  description:
    'process names in `checks` are cut at 15 characters, as ss, ps -C and pgrep cut them',
  check({ front, fields }) {
    return fields.checks.flatMap(({ value, path }) => {
      const programs = programsIn(value.command);
      const asked = programs.flatMap(({ name, args }) =>
        /^(?:pgrep|pkill|killall)$/.test(name) && !/(?:^|\s)-\w*f/.test(args)
          ? [args.split(/\s+/).at(-1) ?? '']
          : name === 'ps'
            ? [/-C\s+(\S+)/.exec(args)?.[1] ?? '']
            : [],
      );
      const shows = programs.some(
        ({ name, args }) => name === 'ss' && /(?:^|\s)-[a-zA-Z]*p/.test(args),
      );
      const shown = shows
        ? [...value.healthy.matchAll(/`([a-z][\w-]+)`/g)].map(([, name = '']) => name)
        : [];
      return [...asked, ...shown]
        .filter((name) => name.length > KEPT)
        .map((name) => ({
          line: front.lineOf([...path, 'command']),
          wrong: `'${name}' has ${name.length} characters, and Linux keeps ${KEPT}`,
          right: `write \`${name.slice(0, KEPT)}\``,
          what: value.label,
        }));
    });
  },
};
