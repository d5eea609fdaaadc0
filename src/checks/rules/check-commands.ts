/** A command that does not name the port tests something else, or leaves the reader to guess. */
import type { Rule } from '../rule.ts';

export const checkCommands: Rule = {
  name: 'check-commands',
  description: "every command in `checks` contains the page's port",
  check({ front, fields }) {
    const { port } = fields;
    if (port === undefined) return [];
    // A whole number, and no part of an address or a version: for port 80, neither 8080 nor 10.80.0.1.
    const whole = new RegExp(`(?<!\\d)(?<!\\d\\.)${port}(?!\\d)(?!\\.\\d)`);
    return fields.checks
      .filter(({ value }) => !whole.test(value.command))
      .map(({ path }) => ({
        line: front.lineOf([...path, 'command']),
        wrong: `the command does not contain ${port}`,
        right: `name the port in it: HOST:${port}, -p ${port}`,
      }));
  },
};
