/** Whether what people type leads to what they mean: the cases are in tests/fixtures, the code is the browser's own. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { SEARCH_FOLDER } from '../../src/build/search-index.ts';
import { openAtlas } from '../../src/facts/atlas/atlas.ts';
import { type Case, casesIn, nameOf, outcomeOf } from '../helpers/search-cases.ts';
import { type Ask, searchIn } from '../helpers/search-files.ts';
import { inSite } from '../helpers/site-files.ts';

let ask: Ask;
before(async () => {
  ask = await searchIn(inSite(SEARCH_FOLDER));
});

/** Of a hundred. */
const share = (count: number, of: number) => (100 * count) / of;

describe('names, aliases, programs, organisations, malware and slips of the finger', () => {
  const ENOUGH = 97;

  test(`lead to their ports in ${ENOUGH} of 100 cases`, async () => {
    const cases = casesIn('search-queries.csv');
    const wrong: string[] = [];
    for (const one of cases) {
      const shown = (await ask(one.query)).slice(0, Number(one.within)).map(nameOf);
      if (!shown.some((name) => meets(one, name)))
        wrong.push(`${one.query} leads to ${shown.join(', ')}, and not to ${one.expect}`);
    }
    assert.ok(cases.length >= 200);
    assert.ok(share(cases.length - wrong.length, cases.length) >= ENOUGH, wrong.join('\n'));
  });
});

describe('questions, messages, lists, topics and foreign words', () => {
  const FIRST = 93;
  const AMONG_THREE = 98;
  const BESIDE = 20;

  test('lead to what is meant, with little beside it', async () => {
    const cases = casesIn('search-questions.csv');
    const outcomes = [];
    for (const one of cases) outcomes.push({ one, ...outcomeOf(one, await ask(one.query)) });
    const missed = outcomes.filter(({ amongThree, first }) => !first || !amongThree);
    const list = missed.map(
      ({ one, shown }) => `${one.query} wants ${one.expect}, shows ${shown.slice(0, 4).join(' ')}`,
    );
    const first = outcomes.filter((outcome) => outcome.first).length;
    const amongThree = outcomes.filter((outcome) => outcome.amongThree).length;
    const rows = outcomes.reduce((sum, outcome) => sum + outcome.rows, 0);
    const beside = outcomes.reduce((sum, outcome) => sum + outcome.beside.length, 0);
    assert.ok(cases.length >= 150);
    assert.ok(share(first, cases.length) >= FIRST, list.join('\n'));
    assert.ok(share(amongThree, cases.length) >= AMONG_THREE, list.join('\n'));
    assert.ok(share(beside, rows) <= BESIDE, `${beside} of ${rows} rows are beside the point`);
  });
});

const atlas = openAtlas();

function meets({ expect }: Case, shown: string): boolean {
  const [kind, wanted = ''] = expect.split(':');
  if (kind === 'of') return wanted.split(' ').some((name) => isOf(Number(shown), name));
  return expect.split(' ').includes(shown);
}

/** Whether the registry, a port list or the page of a port names the organisation. */
function isOf(port: number, name: string): boolean {
  if (!Number.isInteger(port)) return false;
  const { assignments, labels, page } = atlas.port(port);
  const texts = [
    ...assignments.flatMap(({ assignee, description, service }) => [
      assignee,
      description,
      service,
    ]),
    ...labels.map((label) => label.name),
    page?.title,
    page?.summary,
    ...(page?.uses.map((use) => use.name) ?? []),
  ];
  const pattern = new RegExp(`(?<![a-z])${name}`, 'i');
  return texts.some((text) => text !== undefined && pattern.test(text));
}
