/** How well the search answers what people type, in figures. */
import { join } from 'node:path';
import { DIST } from '../../src/base/folders.ts';
import { SEARCH_FOLDER } from '../../src/build/search-index.ts';
import { casesIn, type Outcome, outcomeOf } from '../helpers/search-cases.ts';
import { searchIn } from '../helpers/search-files.ts';
import { figure } from './print.ts';

const FILES = { questions: 'search-questions.csv', 'written blind': 'search-blind.csv' };

export async function benchSearchQuality(folder = join(DIST, SEARCH_FOLDER)): Promise<void> {
  const ask = await searchIn(folder);
  for (const [name, file] of Object.entries(FILES)) {
    const kinds = new Map<string, Outcome[]>();
    for (const one of casesIn(file)) {
      const outcome = outcomeOf(one, await ask(one.query));
      kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), outcome]);
      if (!outcome.amongThree && process.env.SHOW_MISSES)
        console.log(`  ${one.query} wants ${one.expect}, shows ${outcome.shown.slice(0, 4)}`);
    }
    for (const [kind, outcomes] of kinds) print(`${name}, ${kind}`, outcomes);
    print(`${name}, all`, [...kinds.values()].flat());
  }
}

function print(name: string, outcomes: readonly Outcome[]): void {
  const share = (count: number, of: number) => `${((100 * count) / Math.max(1, of)).toFixed(1)} %`;
  const count = (test: (outcome: Outcome) => boolean) => outcomes.filter(test).length;
  const rows = outcomes.reduce((sum, outcome) => sum + outcome.rows, 0);
  const beside = outcomes.reduce((sum, outcome) => sum + outcome.beside.length, 0);
  figure(
    `${name} (${outcomes.length})`,
    [
      `first ${share(
        count(({ first }) => first),
        outcomes.length,
      )}`,
      `among three ${share(
        count(({ amongThree }) => amongThree),
        outcomes.length,
      )}`,
      `beside the point ${share(beside, rows)} of ${rows} rows`,
    ].join(', '),
  );
}
