/** Without the right, these programs show less or nothing, and the reader takes that for an answer. */
import type { Rule } from '../rule.ts';
import { type Program, programsIn } from '../shell.ts';

export const checkSudo: Rule = {
  name: 'check-sudo',
  description: 'commands in `checks` that need the right of root begin with `sudo`',
  check({ front, fields }) {
    return fields.checks.flatMap(({ value, path }) =>
      programsIn(value.command)
        .filter((program) => !program.sudo)
        .flatMap((program) => {
          const loss = lossOf(program);
          if (!loss) return [];
          return [
            {
              line: front.lineOf([...path, 'command']),
              wrong: `without root, ${program.name} ${loss}`,
              right: `write \`sudo ${program.name}\``,
              what: value.label,
            },
          ];
        }),
    );
  },
};

/** What happens to an ordinary user. */
function lossOf({ name, args }: Program): string | undefined {
  if (name === 'ss' && /(?:^|\s)-[a-zA-Z]*p/.test(args)) return 'hides the processes of others';
  if (name === 'lsof' && /-i/.test(args)) return 'hides the sockets of others';
  if (name === 'tcpdump') return 'may not listen';
  if (name === 'nmap' && /(?:^|\s)-s[USOAFNX]/.test(args)) return 'refuses this kind of scan';
  if (name === 'ike-scan' && !/--sport=0/.test(args)) return 'may not send from port 500';
  return undefined;
}
