/** The rules that look at guides too, each on what is peculiar to a guide; and the guides that others name. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPages } from '../../src/checks/check-pages.ts';
import { nameOf, readPage } from '../../src/checks/page.ts';
import { fileName } from '../../src/checks/rules/file-name.ts';
import { length } from '../../src/checks/rules/length.ts';
import { repetition } from '../../src/checks/rules/repetition.ts';
import { schema } from '../../src/checks/rules/schema.ts';
import { structure } from '../../src/checks/rules/structure.ts';
import { RULES } from '../../src/checks/rules.ts';
import { allGuides, guidesAbout } from '../../src/facts/guides.ts';
import { ERRORS } from '../../src/features/search/errors.ts';
import { GOOD_GUIDE, goodGuideWith } from './good-guide.ts';
import { contextOf, goodPageSaying, goodPageWith, problemsOf } from './good-page.ts';

const rulesBroken = (...changes: [string, string][]) =>
  checkPages(RULES, contextOf([goodGuideWith(...changes).page])).map(({ rule }) => rule);

test('the good guide is good, and is called by its file’s name', () => {
  assert.deepEqual(rulesBroken(), []);
  assert.equal(nameOf(goodGuideWith().page), 'tides-in-the-harbour');
  assert.equal(nameOf(goodPageWith().page), '4242');
});

test('the rules of the pages hold for a guide', () => {
  assert.deepEqual(rulesBroken(['[^letter]', '[^lettre]']), ['source-used', 'source-exists']);
  assert.deepEqual(rulesBroken(['updated: "2026-11-20"', 'updated: "2027-01-01"']), ['dates']);
  assert.deepEqual(rulesBroken(['Ask the', 'Ask at port 70000 the']), ['ports']);
  assert.deepEqual(rulesBroken(['Look at the table on the pier', 'Port 4242 has a table']), [
    'summary',
  ]);
  assert.deepEqual(rulesBroken(['https://example.org/letter', 'https://www.iana.org/letter']), [
    'source-count',
  ]);
});

test('the schema is that of guides', () => {
  const wrongWith = (...changes: [string, string][]) =>
    problemsOf(schema, goodGuideWith(...changes).page).map(
      ({ wrong, right }) => `${wrong}; ${right}`,
    );
  assert.match(
    wrongWith(['ports: [4242, 4243]', 'ports: [4242, 4242]']).join(),
    /name each port once/,
  );
  assert.match(
    wrongWith(['ports: [4242, 4243]', 'port: 4242']).join(),
    /^port: no such field; the fields here are title, summary, questions/,
  );
  assert.match(wrongWith(['  - When does the water fall?', '']).join(), /^questions: null/);
  assert.match(wrongWith(['fall?', `${'fall '.repeat(30)}?`]).join(), /at most 120 characters/);
});

test('a guide’s file is named in lower case words', () => {
  for (const name of ['Tides.mdx', 'the tides.mdx', 'tides_.mdx', '-tides.mdx', '3330-.mdx']) {
    const [problem] = problemsOf(fileName, readPage(`content/guides/${name}`, GOOD_GUIDE, 'guide'));
    assert.match(problem?.wrong ?? '', /is no address of a guide/, name);
  }
});

test('a guide has 400 to 1,500 words', () => {
  const wrongWith = (count: number) => {
    const body = Array.from({ length: count }, (_, i) => `w${i}`).join(' ');
    const front = GOOD_GUIDE.slice(0, GOOD_GUIDE.indexOf('\n---\n') + 5);
    return problemsOf(length, readPage('content/guides/t.mdx', `${front}\n${body}\n`, 'guide')).map(
      ({ wrong }) => wrong,
    );
  };
  assert.deepEqual(
    [399, 400, 1500, 1501].map((count) => wrongWith(count).length),
    [1, 0, 0, 1],
  );
});

test('the tables of the registry stand in guides, and in no port’s story', () => {
  assert.deepEqual(problemsOf(structure, goodGuideWith().page), []);
  assert.equal(problemsOf(structure, goodPageSaying('Text.\n\n<EphemeralRanges />')).length, 1);
  assert.match(
    problemsOf(structure, goodGuideWith(['<EphemeralRanges />', '<Chart />']).page)[0]?.right ?? '',
    /RefusedPorts/,
  );
});

test('a guide is compared with the pages', () => {
  const run = 'the sea takes back what the harbour borrowed';
  const pages = [
    goodPageSaying(`Once ${run}.`),
    goodGuideWith(['Ask the', `Again ${run}, ask the`]).page,
  ];
  const context = contextOf(pages);
  assert.match(
    repetition.check(pages[1] as never, context)[0]?.wrong ?? '',
    /stands in content\/ports\/4242\.mdx/,
  );
});

test('every guide that the search leads to exists', () => {
  const slugs = allGuides().map(({ slug }) => slug);
  assert.equal(slugs.length, 10);
  for (const { guide } of ERRORS) assert.ok(slugs.includes(guide), guide);
});

test('a port knows the guides about it', () => {
  assert.deepEqual(
    guidesAbout(7000).map(({ slug }) => slug),
    ['macos-5000-7000'],
  );
  assert.deepEqual(guidesAbout(50123), []);
});
