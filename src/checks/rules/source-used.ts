/** A list of sources that nothing points to proves nothing, and pads the page. */
import { footnotes } from '../body.ts';
import type { Rule } from '../rule.ts';

export const sourceUsed: Rule = {
  name: 'source-used',
  description: 'every source is cited by an entry or a footnote; keys and addresses are unique',
  check({ front, fields, body }) {
    const cited = new Set([
      ...fields.citations.map(({ value }) => value),
      ...footnotes(body.tree).map(({ identifier }) => identifier),
    ]);
    // Where the body does not parse its footnotes are unknown, and every source would look unused.
    const unused = fields.sourceKeys
      .filter(({ value }) => body.tree && !cited.has(value))
      .map(({ value, path }) => ({
        line: front.lineOf(path),
        wrong: `nothing cites the source '${value}'`,
        right: `name it in an entry, write [^${value}] where the body relies on it, or take it out`,
      }));
    const twice = fields.sourceKeys
      .filter(({ value }, index, all) => all.findIndex((other) => other.value === value) < index)
      .map(({ value, path }) => ({
        line: front.lineOf(path),
        wrong: `two sources have the key '${value}'`,
        right: 'give one of them another',
      }));
    const again = fields.sources.flatMap(({ value, path }, index, all) => {
      const first = all.slice(0, index).find((other) => other.value.url === value.url);
      if (!first) return [];
      const wrong = `the source '${value.key}' has the same address as '${first.value.key}'`;
      return [{ line: front.lineOf([...path, 'url']), wrong, right: 'cite it under one key' }];
    });
    return [...unused, ...twice, ...again];
  },
};
