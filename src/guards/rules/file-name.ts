/** A page is found by its file's name, so the name and the field must be one number. */
import type { Guard } from '../guard.ts';

export const fileName: Guard = {
  name: 'file-name',
  description: 'the file is named after its port',
  check({ file, port, front, fields }) {
    if (port === undefined) {
      const right = `name it ${fields.port ?? '3330'}.mdx, the port without leading zeros`;
      return [{ line: 1, wrong: "the file's name is no port", right }];
    }
    if (fields.port === undefined || fields.port === port) return [];
    const wrong = `the port is ${fields.port}, and the file is ${file.split(/[\\/]/).at(-1)}`;
    return [{ line: front.lineOf(['port']), wrong, right: 'make them the same' }];
  },
};
