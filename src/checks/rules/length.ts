/** A story, and one that is read to its end; a guide has several systems to speak of. */
import { lineOf } from '../body.ts';
import type { Page } from '../page.ts';
import type { Rule } from '../rule.ts';

const LIMITS = { port: [250, 900], tail: [120, 900], guide: [400, 1500] } as const;

function limitsOf({ kind, fields }: Page): readonly [number, number] {
  return LIMITS[kind === 'port' && fields.tail ? 'tail' : kind];
}

export const length: Rule = {
  name: 'length',
  description:
    'a body has 250 to 900 words; with `tail: true` from 120, a guide 400 to 1,500; code blocks aside',
  check(page) {
    const { front, body, passages } = page;
    if (!body.tree) return [];
    const [shortest, longest] = limitsOf(page);
    const words = passages
      .filter(({ where }) => where === 'body')
      .reduce((sum, passage) => sum + passage.words, 0);
    if (words >= shortest && words <= longest) return [];
    const wrong = `the body has ${words} words`;
    const right =
      words < shortest
        ? `at least ${shortest}: tell more of the story`
        : `at most ${longest}: keep what a reader needs`;
    const [first] = body.tree.children;
    return [{ line: first ? lineOf(first) : front.bodyLine, wrong, right }];
  },
};
