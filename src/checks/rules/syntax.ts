/** What cannot be read cannot be checked. */
import type { Rule } from '../rule.ts';

export const syntax: Rule = {
  name: 'syntax',
  description: 'the frontmatter is YAML and the body is MDX',
  always: true,
  check({ front, body }) {
    const problems = front.errors.map(({ line, message }) => ({
      line,
      wrong: message,
      right: 'put texts that hold a colon, a # or a leading special character in quotes',
    }));
    // Without frontmatter the whole file is taken for a body: one finding is enough then.
    if (!body.error || front.bodyOffset === 0) return problems;
    const { line, message } = body.error;
    return [
      ...problems,
      {
        line,
        wrong: `the MDX does not parse: ${message}`,
        right: /clos(?:ed|ing tag)/.test(message)
          ? 'close what was opened, on a line of its own'
          : 'in prose write &lt; for <, and put braces into a code span or write \\{ and \\}',
      },
    ];
  },
};
