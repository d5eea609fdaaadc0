/**
 * The numbers that a page sends its readers to are ports.
 *
 * That `related` be mutual is not demanded: every link must give its reason, and one page may well
 * have a reason to name another which has none to name it back.
 */

import { LAST_PORT } from '../../base/ranges.ts';
import { portMentions } from '../../facts/atlas/port-mentions.ts';
import type { Problem, Rule } from '../rule.ts';

export const ports: Rule = {
  name: 'ports',
  description: 'ports named in texts exist; `related` names each other port once',
  check({ front, fields, passages }) {
    const problems: Problem[] = passages.flatMap((passage) =>
      portMentions(passage.text)
        .filter(({ port }) => port > LAST_PORT)
        .map(({ port, offset }) => ({
          line: passage.lineAt(offset),
          wrong: `there is no port ${port}`,
          right: `ports end at ${LAST_PORT}`,
        })),
    );
    const seen = new Set<number>();
    for (const { value, path } of fields.related) {
      const report = (wrong: string, right: string) =>
        problems.push({ line: front.lineOf([...path, 'port']), wrong, right });
      if (value.port === fields.port) report('the page names itself as related', 'take it out');
      else if (seen.has(value.port)) {
        report(`${value.port} is related twice`, 'put both reasons into one entry');
      }
      seen.add(value.port);
    }
    return problems;
  },
};
