/** A page is found by its file's name: the number that the field says too, or the words of a guide's address. */
import { SLUG } from '../../facts/schemas/guide.ts';
import type { Rule } from '../rule.ts';

export const fileName: Rule = {
  name: 'file-name',
  description: 'the file is named after its port; a guide, in lower case words with hyphens',
  check({ kind, file, port, front, fields }) {
    const name = file.split(/[\\/]/).at(-1) ?? '';
    if (kind === 'guide') {
      if (SLUG.test(name.replace(/\.mdx$/, ''))) return [];
      const right = 'name it in lower case words with hyphens: browser-refused-ports.mdx';
      return [{ line: 1, wrong: `'${name}' is no address of a guide`, right }];
    }
    if (port === undefined) {
      const right = `name it ${fields.port ?? '3330'}.mdx, the port without leading zeros`;
      return [{ line: 1, wrong: "the file's name is no port", right }];
    }
    if (fields.port === undefined || fields.port === port) return [];
    const wrong = `the port is ${fields.port}, and the file is ${name}`;
    return [{ line: front.lineOf(['port']), wrong, right: 'make them the same' }];
  },
};
