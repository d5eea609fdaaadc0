import { type Element, isElement } from '../read/element.ts';
import type { Rule } from '../rule.ts';

const COMMANDS = new Set(['code', 'kbd', 'pre', 'samp']);

/** What makes text look better breaks a command that is copied: '—scan' is no option. */
const IMPROVED = /(?:^|\s)[—–][a-z]/;

export const commands: Rule = {
  name: 'commands',
  right: 'A command stands as it is typed: two hyphens before an option, and no dash.',
  look: ({ root }, say) => lookIn(root, say),
};

function lookIn(element: Element, say: (found: string) => void): void {
  for (const child of element.children) {
    if (isElement(child)) lookIn(child, say);
    else if (COMMANDS.has(element.name) && IMPROVED.test(child)) say(child.trim());
  }
}
