import { childrenOf, type Element, textOf } from '../read/element.ts';
import type { Rule } from '../rule.ts';

export const services: Rule = {
  name: 'services',
  right: 'The services of a port are spelled as the registry spells them, and all are there.',
  look: (page, say, site) => {
    if (page.port === undefined) return;
    const spelled = site.spelled(page.port);
    const shown = new Set<string>();
    for (const list of page.named('dl')) {
      if (list.attributes.class !== 'transports') continue;
      for (const name of codesIn(list).flatMap((code) => textOf(code).split(', '))) {
        shown.add(name);
        if (!spelled.has(name)) say(`the service ${name}`, [...spelled].join(', ') || 'no service');
      }
    }
    for (const name of spelled) if (!shown.has(name)) say(`no service ${name}`);
  },
};

const codesIn = (element: Element): Element[] =>
  childrenOf(element).flatMap((child) => (child.name === 'code' ? [child] : codesIn(child)));
