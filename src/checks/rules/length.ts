/** A story, and one that is read to its end; a guide has several systems to speak of. */
import { lineOf } from '../body.ts';
import type { Rule } from '../rule.ts';

const LIMITS = { port: [250, 900], guide: [400, 1500] } as const;

export const length: Rule = {
  name: 'length',
  description:
    'the body has 250 to 900 words, of a guide 400 to 1,500; code blocks and footnotes aside',
  check({ kind, front, body, passages }) {
    if (!body.tree) return [];
    const [shortest, longest] = LIMITS[kind];
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
