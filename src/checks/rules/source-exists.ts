/** Every claim names its source; the name must lead somewhere. */
import { footnotes, lineOf } from '../body.ts';
import type { Rule } from '../rule.ts';

export const sourceExists: Rule = {
  name: 'source-exists',
  description: 'every source that an entry or a footnote names is listed in `sources`',
  check({ front, fields, body }) {
    const keys = fields.sourceKeys.map(({ value }) => value);
    const known = new Set(keys);
    const right = keys.length > 0 ? `the keys are ${keys.join(', ')}` : 'list it under `sources`';
    const entries = fields.citations
      .filter(({ value }) => !known.has(value))
      .map(({ value, path }) => ({
        line: front.lineOf(path),
        wrong: `no source has the key '${value}'`,
        right,
      }));
    const marks = footnotes(body.tree)
      .filter(({ identifier }) => !known.has(identifier))
      .map((node) => ({
        line: lineOf(node),
        wrong: `the footnote [^${node.label ?? node.identifier}] names no source`,
        right,
      }));
    return [...entries, ...marks];
  },
};
