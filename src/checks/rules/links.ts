/** Where a link of a story may lead: a link that a browser would run as code is none. */
import type { Nodes } from 'mdast';
import { lineOf, walk } from '../body.ts';
import type { Rule } from '../rule.ts';

export const links: Rule = {
  name: 'links',
  description: 'a link leads to https://… (or http://…), to a path of this site or to a heading',
  check({ body: { tree } }) {
    if (!tree) return [];
    return [...walk(tree)].flatMap((node) => {
      const address = addressOf(node);
      if (address === undefined || ALLOWED.test(address)) return [];
      return [
        {
          line: lineOf(node),
          wrong: `a link to '${address.slice(0, 60)}'`,
          right: 'write https://…, a path such as /3330, or #heading',
        },
      ];
    });
  },
};

/** Not `//`, which a browser takes for the name of another host. */
const ALLOWED = /^(?:https?:\/\/[^\s/]|\/(?![/\\])|#)/;

/** The parser has decoded what was written as `&#106;` by then. */
function addressOf(node: Nodes): string | undefined {
  switch (node.type) {
    case 'link':
    case 'image':
    case 'definition':
      return node.url;
    default:
      return undefined;
  }
}
