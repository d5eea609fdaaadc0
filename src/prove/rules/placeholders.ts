import { type Element, isElement } from '../read/element.ts';
import type { Rule } from '../rule.ts';

/** What is left where a value was to be: of a message, of a template, of a script. */
const LEFT = /\{[a-z][\w.]*\}|\$\{|\{\{|\bundefined\b|\bNaN\b|\[object |\blorem ipsum\b/i;

/** Commands have braces of their own, and authors quote what programs print. */
const QUOTED = new Set(['code', 'kbd', 'pre', 'samp', 'dt', 'script']);

export const placeholders: Rule = {
  name: 'placeholders',
  right: 'Every value stands where its place is: no name in braces, no undefined, no NaN.',
  look: ({ root }, say) => lookIn(root, say),
};

function lookIn(element: Element, say: (found: string) => void): void {
  for (const name in element.attributes) {
    if (name === 'href') continue;
    const value = element.attributes[name] ?? '';
    if (LEFT.test(value)) say(`${name}="${value}"`);
  }
  if (QUOTED.has(element.name)) return;
  for (const child of element.children) {
    if (isElement(child)) lookIn(child, say);
    else if (LEFT.test(child)) say(child.trim());
  }
}
