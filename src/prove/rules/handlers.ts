import type { Rule } from '../rule.ts';

export const handlers: Rule = {
  name: 'handlers',
  right: 'No element has code in an attribute or in an address.',
  look: ({ elements }, say) => {
    for (const { attributes, name } of elements)
      for (const attribute in attributes) {
        const value = attributes[attribute] ?? '';
        if (attribute.startsWith('on') || /^\s*(javascript|vbscript):/i.test(value))
          say(`<${name} ${attribute}="${value.slice(0, 60)}">`);
      }
  },
};
