/** The answers in words, ready to be shown: by the page, and in the terminal. */
import { answersOf, OWN, PUBLISH } from './answers.ts';
import { check } from './check.ts';
import { type Choice, choose } from './choose.ts';
import { type Criteria, type Fault, readCriteria, writeCriteria } from './criteria.ts';
import { documentation } from './documentation.ts';
import type { ChoiceFacts } from './facts.ts';
import { patternOf } from './memorable.ts';
import {
  explainChoices,
  explainRejection,
  gainWords,
  nameOf,
  passedOverWords,
  summary,
} from './words.ts';

export interface Pick extends Choice {
  name: string;
  pattern: string | undefined;
  /** What is not true of every other one. */
  reasons: string[];
  /** Empty for a program of one's own, which has no readers. */
  documentation: string;
}

export interface Passage {
  title: string;
  items: string[];
}

export interface ShownAnswer {
  criteria: Criteria;
  faults: Fault[];
  /** What follows the question mark in the address of this answer. */
  address: string;
  sum: string;
  /** How many there are to choose from, and how many were passed over for what. */
  pool: number;
  failed: { condition: string; ports: number }[];
  picks: Pick[];
  shared: string[];
  passedOver: Passage;
  gains: Passage;
}

export interface ShownCheck {
  port: number;
  /** The answers to both questions, each with its question. */
  answers: { question: string; level: string; text: string }[];
  reasons: string[];
  better: number[];
  /** None where the port is somebody’s. */
  documentation: string | undefined;
}

/** `site` is where the ports have their pages; nothing where there is no such place. */
export function presentAnswer(
  params: URLSearchParams,
  facts: ChoiceFacts,
  site?: string,
): ShownAnswer {
  const { faults, criteria } = readCriteria(params);
  const answer = choose(facts, criteria);
  const { own, shared } = explainChoices(answer.chosen, criteria, facts);
  return {
    criteria,
    faults,
    address: writeCriteria(criteria).toString(),
    sum: summary(answer, criteria),
    pool: answer.pool,
    failed: answer.passedOver.map(({ condition, ports }) => ({ condition: condition.id, ports })),
    picks: answer.chosen.map((choice, at) => ({
      ...choice,
      name: nameOf(choice),
      pattern: patternOf(choice.port)?.name,
      reasons: own[at] ?? [],
      documentation: criteria.own ? '' : documentation(choice, facts, site),
    })),
    shared,
    passedOver: {
      title: `Passed over: ${passedOverWords(answer) || 'none'}`,
      items: answer.rejected.map(explainRejection),
    },
    gains: {
      title: 'What would give more to choose from',
      items: answer.gains.map(gainWords),
    },
  };
}

const OWNED = ['zero', 'assigned', 'reserved'];

export function presentCheck(port: number, facts: ChoiceFacts, site?: string): ShownCheck {
  const { better } = check(facts, port);
  const { own, publish, reasons } = answersOf(port, facts);
  return {
    port,
    answers: [
      { question: OWN, ...own },
      { question: PUBLISH, ...publish },
    ],
    reasons: reasons.map(({ text }) => text),
    better,
    documentation: facts.holds(port, OWNED)
      ? undefined
      : documentation({ port, last: port }, facts, site),
  };
}
