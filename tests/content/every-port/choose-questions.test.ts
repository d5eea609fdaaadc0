/**
 * 'May I use port N?', forty times, with what an engineer would answer for one's own machine and for the
 * default of a program that is published; and 'Give me a port that …'.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import Papa from 'papaparse';
import { z } from 'zod';
import { answersOf } from '../../../src/features/choose/answers.ts';
import { check } from '../../../src/features/choose/check.ts';
import { choiceData } from '../../../src/features/choose/choice-data.ts';
import { type Choice, choose } from '../../../src/features/choose/choose.ts';
import { type Criteria, readCriteria } from '../../../src/features/choose/criteria.ts';
import { openChoice } from '../../../src/features/choose/facts.ts';
import { patternOf } from '../../../src/features/choose/memorable.ts';
import { survey } from '../../../src/features/choose/survey.ts';
import { summary } from '../../../src/features/choose/words.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../fixtures', name), 'utf8');
const level = z.enum(['good', 'care', 'avoid']);

const verdicts = z
  .array(
    z.strictObject({
      port: z.coerce.number(),
      question: z.string().min(1),
      own: level,
      publish: level,
      /** What the answer has to name. */
      says: z.string().min(1),
      why: z.string().min(1),
    }),
  )
  .parse(Papa.parse(fixture('choose-verdicts.csv'), { header: true, skipEmptyLines: true }).data);

const questions = z
  .array(
    z.strictObject({
      question: z.string(),
      ask: z.string(),
      why: z.string(),
      ports: z.union([z.number(), z.array(z.number())]),
      block: z.number().default(1),
      within: z.tuple([z.number(), z.number()]).default([0, 65535]),
      level: level.optional(),
      own: level.optional(),
      memorable: z.boolean().default(false),
      refused: z.record(z.string(), z.string()).default({}),
      says: z.string().default(''),
      unlike: z.string().optional(),
    }),
  )
  .parse(JSON.parse(fixture('choose-questions.json')));

const atlas = sharedAtlas();
const facts = openChoice(choiceData(atlas));

function criteriaOf(ask: string): Criteria {
  const { faults, criteria } = readCriteria(new URLSearchParams(ask));
  assert.deepEqual(faults, []);
  return criteria;
}

const portsOf = ({ last, port }: Choice) =>
  Array.from({ length: last - port + 1 }, (_, at) => port + at);

describe('may I use it?', () => {
  test('both answers are those of an engineer, forty times', (t) => {
    assert.equal(verdicts.length, 40);
    const given = verdicts.map((question) => ({ question, ...answersOf(question.port, facts) }));
    for (const name of ['own', 'publish'] as const) {
      const agreeing = given.filter((one) => one[name].level === one.question[name]);
      t.diagnostic(`${name}: ${agreeing.length} of ${verdicts.length} as an engineer would answer`);
    }
    const wrong = given
      .filter(
        ({ own, publish, question }) =>
          question.own !== own.level || question.publish !== publish.level,
      )
      .map(({ own, publish, question }) => `${question.port}: ${own.level}, ${publish.level}`);
    assert.deepEqual(wrong, []);
  });

  for (const { port, question, says } of verdicts)
    test(question, () => {
      const { own, publish, reasons } = answersOf(port, facts);
      const said = [own, publish, ...reasons].map(({ text }) => text).join(' ');
      // A page that somebody writes may name it in another case.
      assert.ok(said.toLowerCase().includes(says.toLowerCase()), said);
      assert.equal(check(facts, port).better.length, publish.level === 'good' ? 0 : 3);
    });
});

describe('give me a port', () => {
  for (const question of questions) {
    test(question.question, () => {
      const criteria = criteriaOf(question.ask);
      const answer = choose(facts, criteria);
      const { chosen } = answer;
      if (Array.isArray(question.ports))
        assert.deepEqual(
          chosen.map(({ port }) => port),
          question.ports,
        );
      else assert.equal(chosen.length, question.ports);

      const [low, high] = question.within;
      for (const choice of chosen) {
        assert.equal(choice.last - choice.port + 1, question.block);
        assert.ok(!question.memorable || patternOf(choice.port), `${choice.port}`);
        for (const port of portsOf(choice)) {
          assert.ok(port >= low && port <= high, `${port}`);
          const { level: published, own } = atlas.port(port).verdict;
          if (question.level) assert.equal(published, question.level, `${port}`);
          if (question.own) assert.equal(own, question.own, `${port}`);
        }
      }
      const all = chosen.flatMap(portsOf);
      assert.equal(new Set(all).size, all.length);

      const { faultAsFirst } = survey(facts, criteria);
      for (const [port, id] of Object.entries(question.refused)) {
        const condition = faultAsFirst(Number(port));
        assert.equal(condition?.id, id, port);
        assert.notEqual(condition?.fact(facts, Number(port), criteria.own), '', port);
      }
      assert.ok(summary(answer, criteria).includes(question.says), summary(answer, criteria));
      assert.deepEqual(choose(facts, criteria), answer);
      if (question.unlike)
        assert.notDeepEqual(choose(facts, criteriaOf(question.unlike)).chosen, chosen);
    });
  }
});
