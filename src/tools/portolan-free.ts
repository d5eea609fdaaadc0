/** portolan --free: the page /choose, in the terminal. */
import type { Atlas } from '../atlas/atlas.ts';
import { choiceData } from '../build/choice-data.ts';
import { type Answer, type Choice, choose } from '../choose/choose.ts';
import { documentation } from '../choose/documentation.ts';
import { type ChoiceFacts, openChoice } from '../choose/facts.ts';
import { patternOf } from '../choose/memorable.ts';
import { newSeed } from '../choose/order.ts';
import { readWish, SWITCHES, type Wish, writeWish } from '../choose/wish.ts';
import {
  explainChoice,
  explainChoices,
  explainRejection,
  gainWords,
  nameOf,
  passedOverWords,
  summary,
} from '../choose/words.ts';
import { wrap } from '../prose/plain-text.ts';
import { UsageError } from './arguments.ts';

const NUMBERS_AND_WORDS = ['near', 'count', 'block', 'systems', 'seed'] as const;

/** What parseArgs is to take along with --free. */
export const FREE_OPTIONS = {
  near: { type: 'string' },
  count: { type: 'string' },
  block: { type: 'string' },
  systems: { type: 'string' },
  seed: { type: 'string' },
  memorable: { type: 'boolean' },
  privileged: { type: 'boolean' },
  refused: { type: 'boolean' },
  listed: { type: 'boolean' },
} as const;
export type FreeValues = { [Key in keyof typeof FREE_OPTIONS]?: string | boolean | undefined };

export const FREE_USAGE =
  'usage: portolan --free [--near 3000] [--count 5] [--block 4] [--memorable] [--systems common|every|any] [--privileged] [--refused] [--listed] [--seed WORD] [--json]';

export function freeOptionsIn(values: FreeValues): string[] {
  const keys = Object.keys(FREE_OPTIONS) as (keyof FreeValues)[];
  return keys.filter((key) => values[key] !== undefined);
}

export function printFree(values: FreeValues, atlas: Atlas, json: boolean): void {
  const wish = wishOf(values);
  const facts = openChoice(choiceData(atlas));
  const answer = choose(facts, wish);
  if (json) console.log(JSON.stringify(forPrograms(answer, wish, facts), null, 2));
  else console.log(forPeople(answer, wish, facts));
  if (answer.chosen.length === 0) process.exitCode = 1;
}

function wishOf(values: FreeValues): Wish {
  const params = new URLSearchParams();
  for (const key of NUMBERS_AND_WORDS) {
    const value = values[key];
    if (value === '') throw new UsageError(`--${key}: a value is missing`);
    if (value !== undefined) params.set(key, String(value));
  }
  for (const key of SWITCHES) if (values[key]) params.set(key, 'yes');
  const { faults, wish } = readWish(params);
  const [fault] = faults;
  if (fault) throw new UsageError(`--${fault.key}: ${fault.text}`);
  return wish.seed === '' ? { ...wish, seed: newSeed() } : wish;
}

function forPeople(answer: Answer, wish: Wish, facts: ChoiceFacts): string {
  const { chosen, gains, rejected } = answer;
  const { own, shared } = explainChoices(chosen, wish, facts);
  const [first] = chosen;
  const width = Math.max(...chosen.map((choice) => nameOf(choice).length)) + 2;
  const item = (text: string) => wrap(`- ${text}`, '    ', '  ');
  const part = (title: string, texts: readonly string[]) =>
    texts.length > 0 ? ['', ...wrap(title, ''), ...texts.flatMap(item)] : [];
  return [
    ...chosen.flatMap((choice, at) => {
      const name = nameOf(choice).padEnd(width);
      return wrap((own[at] ?? []).join(' '), ' '.repeat(width), name).map((line) => line.trimEnd());
    }),
    ...part('Each of them', shared),
    ...(first ? [''] : []),
    ...wrap(summary(answer, wish), ''),
    ...part(`Passed over: ${passedOverWords(answer) || 'none'}`, rejected.map(explainRejection)),
    ...part('There would be', gains.map(gainWords)),
    ...(first ? part('For your documentation', [documentation(first, facts)]) : []),
    ...(wish.near === undefined ? ['', `The same again: --seed ${wish.seed}`] : []),
  ].join('\n');
}

function forPrograms(answer: Answer, wish: Wish, facts: ChoiceFacts) {
  const { chosen, gains, passedOver, pool, rejected } = answer;
  const described = ({ last, port }: Choice) => ({
    port,
    last,
    level: facts.level(port),
    pattern: patternOf(port)?.name,
    reasons: explainChoice({ port, last }, wish, facts),
    documentation: documentation({ port, last }, facts),
  });
  return {
    registry: facts.registry,
    page: `/choose?${writeWish(wish)}`,
    pool,
    chosen: chosen.map(described),
    passedOver: passedOver.map(({ condition, ports }) => ({ condition: condition.id, ports })),
    rejected: rejected.map(({ condition, fact, failing, port }) => ({
      port,
      failing,
      condition: condition.id,
      fact,
    })),
    gains: gains.map(({ condition, first, ports }) => ({ without: condition.id, ports, first })),
  };
}
