/** 'May I use port N?' and 'Give me a port that …': 40 questions, and what an engineer would answer. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { check } from '../../../src/features/choose/check.ts';
import { choiceData } from '../../../src/features/choose/choice-data.ts';
import { type Choice, choose } from '../../../src/features/choose/choose.ts';
import { type Criteria, readCriteria } from '../../../src/features/choose/criteria.ts';
import { openChoice } from '../../../src/features/choose/facts.ts';
import { patternOf } from '../../../src/features/choose/memorable.ts';
import { survey } from '../../../src/features/choose/survey.ts';
import { summary } from '../../../src/features/choose/words.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';

const level = z.enum(['good', 'care', 'avoid']);
const common = { question: z.string(), ask: z.string(), why: z.string() };
const questions = z
  .array(
    z.union([
      z.strictObject({ ...common, level, because: z.array(z.string()), says: z.string() }),
      z.strictObject({
        ...common,
        ports: z.union([z.number(), z.array(z.number())]),
        block: z.number().default(1),
        within: z.tuple([z.number(), z.number()]).default([0, 65535]),
        level: level.optional(),
        memorable: z.boolean().default(false),
        refused: z.record(z.string(), z.string()).default({}),
        says: z.string().default(''),
        unlike: z.string().optional(),
      }),
    ]),
  )
  .parse(
    JSON.parse(
      readFileSync(join(import.meta.dirname, '../../fixtures/choose-questions.json'), 'utf8'),
    ),
  );

const atlas = sharedAtlas();
const facts = openChoice(choiceData(atlas));

function criteriaOf(ask: string): Criteria {
  const { faults, criteria } = readCriteria(new URLSearchParams(ask));
  assert.deepEqual(faults, []);
  return criteria;
}

const portsOf = ({ last, port }: Choice) =>
  Array.from({ length: last - port + 1 }, (_, at) => port + at);

test('there are forty', () => assert.equal(questions.length, 40));

describe('may I use it?', () => {
  for (const question of questions) {
    if (!('because' in question)) continue;
    test(question.question, () => {
      const port = Number(new URLSearchParams(question.ask).get('port'));
      const answer = check(facts, port);
      assert.equal(answer.level, question.level);
      const against = answer.reasons.filter(({ level }) => level !== 'note').map(({ id }) => id);
      for (const id of question.because) assert.ok(against.includes(id), `${id} of ${against}`);
      const said = answer.reasons.map(({ text }) => text).join(' ');
      assert.ok(said.includes(question.says), said);
      assert.equal(answer.better.length, question.level === 'good' ? 0 : 3);
    });
  }
});

describe('give me a port', () => {
  for (const question of questions) {
    if ('because' in question) continue;
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
          assert.equal(atlas.port(port).verdict.level, question.level, `${port}`);
        }
      }
      const all = chosen.flatMap(portsOf);
      assert.equal(new Set(all).size, all.length);

      const { faultAsFirst } = survey(facts, criteria);
      for (const [port, id] of Object.entries(question.refused)) {
        const condition = faultAsFirst(Number(port));
        assert.equal(condition?.id, id, port);
        assert.notEqual(condition?.fact(facts, Number(port)), '', port);
      }
      assert.ok(summary(answer, criteria).includes(question.says), summary(answer, criteria));
      assert.deepEqual(choose(facts, criteria), answer);
      if (question.unlike)
        assert.notDeepEqual(choose(facts, criteriaOf(question.unlike)).chosen, chosen);
    });
  }
});
