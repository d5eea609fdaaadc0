/** The questions of every port in every language. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LOCALES } from '../../../src/base/languages.ts';
import { PORT_COUNT } from '../../../src/base/ranges.ts';
import { faqFacts } from '../../../src/words/faq/facts-of-record.ts';
import { type Answered, faqOf } from '../../../src/words/faq/faq.ts';
import type { FaqFacts } from '../../../src/words/faq/faq-facts.ts';
import { wordsOf } from '../../../src/words/locales/site-words.ts';
import { assertNone } from '../../helpers/assert-none.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';
import { sample } from '../../helpers/sample.ts';

const atlas = sharedAtlas();
const facts = Array.from({ length: PORT_COUNT }, (_, port) => faqFacts(atlas.port(port)));
const factsOf = (port: number) => facts[port] as FaqFacts;
const english = (port: number) => faqOf(factsOf(port), wordsOf('en').page, 'en');
const textOf = ({ answer }: Answered) =>
  answer.map((block) => ('text' in block ? block.text : block.command)).join(' ');
const idsOf = (port: number) => english(port).map(({ id }) => id);

/**
 * Most ports differ from others in nothing but their own number and that of the port recommended,
 * and no message looks into those: both are text to it. So each set of facts is looked at once, with
 * the first port that has it.
 */
const shapes = new Map(
  facts.map((each) => {
    const { better, port: _, ...rest } = each;
    return [JSON.stringify([better !== undefined, rest]), each];
  }),
);

/** Too few or too many questions, an empty text, and what stands in a text where a value belongs. */
function faultsOf(answered: readonly Answered[], code: string, { port }: FaqFacts): string[] {
  const at = `${port} in ${code}`;
  const ids = answered.map(({ id }) => id);
  const faults = new Set(ids).size === ids.length ? [] : [`${at}: an id is given twice`];
  // Nothing can listen on port 0, so nobody is asked how to find or close it.
  if (answered.length < (port === 0 ? 3 : 6) || answered.length > 9)
    faults.push(`${at}: ${answered.length} questions`);
  for (const entry of answered) {
    const parts = [
      entry.question,
      ...entry.answer.map((block) => ('text' in block ? block.text : block.command)),
    ];
    if (parts.length < 2 || parts.some((text) => text.trim() === ''))
      faults.push(`${at}: ${entry.id} says nothing`);
    for (const text of parts)
      if (/undefined|NaN|\[object|\{\w*[,}]/.test(text)) faults.push(`${at}: ${text}`);
  }
  return faults;
}

describe('every port in every language', () => {
  for (const { code } of LOCALES) {
    test(`${code}: no answer is empty, no placeholder unfilled`, () => {
      const { page } = wordsOf(code);
      assertNone(
        [...shapes.values()].flatMap((each) => faultsOf(faqOf(each, page, code), code, each)),
      );
    });
  }

  test('the number of a port is all that ports of the same facts differ in', () => {
    for (const { code } of LOCALES) {
      const { page } = wordsOf(code);
      for (const each of sample(facts, 60, code.length)) {
        const { better, port: _, ...rest } = each;
        const first = shapes.get(JSON.stringify([better !== undefined, rest])) as FaqFacts;
        const own = faqOf(each, page, code).map(textOf).join('\n');
        const others = faqOf(first, page, code).map(textOf).join('\n');
        const numbers = new RegExp(
          `\\b(${each.port}|${first.port}|${better}|${first.better})\\b`,
          'g',
        );
        assert.equal(
          own.replace(numbers, '#'),
          others.replace(numbers, '#'),
          `${each.port} in ${code}`,
        );
      }
    }
  });

  test('there is something to look at, and it was looked at', () => {
    assert.ok(shapes.size > 5000, `${shapes.size} sets of facts`);
    const broken = [{ id: 'what', question: 'What is {port}?', answer: [{ text: '' }] }];
    assert.equal(faultsOf(broken, 'en', factsOf(1)).length, 3);
  });
});

describe('the questions are chosen by the facts', () => {
  const COMMON = ['what', 'transport', 'dangerous', 'find', 'use'];

  test('of an assigned port', () => {
    assert.deepEqual(idsOf(3330), ['what', 'transport', 'dangerous', 'find', 'close', 'use']);
  });
  test('of one that browsers refuse', () => assert.ok(idsOf(25).includes('browser')));
  test('of one that a tool calls otherwise', () => {
    const label = english(9100).find(({ id }) => id === 'label');
    assert.match(label?.question ?? '', /^Why does firewalld call port 9100 “prometheus-node-e/);
  });
  test('of one to which a tool gives IANA’s name among others', () => {
    const labels = english(443).filter(({ id }) => id === 'label');
    assert.ok(labels.every(({ question }) => !question.includes('firewalld')));
  });
  test('of one that is lent to outgoing connections', () => {
    assert.deepEqual(idsOf(50123), [...COMMON, 'ephemeral']);
  });
  test('of one that was withdrawn', () => {
    const [withdrawn] = english(3403).filter(({ id }) => id === 'withdrawn');
    assert.match(withdrawn ? textOf(withdrawn) : '', /2006-10-27.*copysnap/i);
  });
});

describe('an answer states no more than the facts', () => {
  test('nobody has owned a port of which nothing is told but a remark', () => {
    const use = english(788).find(({ id }) => id === 'use');
    assert.doesNotMatch(use ? textOf(use) : '', /owner/);
  });
  test('a port with a purpose and no name', () => {
    assert.match(
      english(24).map(textOf).join(' '),
      /any private mail system|set(s)? .*aside for a purpose/i,
    );
  });
});
