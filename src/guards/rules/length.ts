/** A story, and one that is read to its end. */
import { lineOf } from '../body.ts';
import type { Guard } from '../guard.ts';

const SHORTEST = 250;
const LONGEST = 900;

export const length: Guard = {
  name: 'length',
  description: `the body has ${SHORTEST} to ${LONGEST} words, code blocks and footnotes aside`,
  check({ front, body, passages }) {
    if (!body.tree) return [];
    const words = passages
      .filter(({ where }) => where === 'body')
      .reduce((sum, passage) => sum + passage.words, 0);
    if (words >= SHORTEST && words <= LONGEST) return [];
    const wrong = `the body has ${words} words`;
    const right =
      words < SHORTEST
        ? `at least ${SHORTEST}: tell more of the story`
        : `at most ${LONGEST}: keep what a reader needs`;
    const [first] = body.tree.children;
    return [{ line: first ? lineOf(first) : front.bodyLine, wrong, right }];
  },
};
