import type { Rule } from '../rule.ts';

export const ids: Rule = {
  name: 'ids',
  right: 'An id stands once on a page and holds no space; what names an id of its page finds it.',
  look: ({ elements }, say) => {
    const seen = new Set<string>();
    const named: [id: string, where: string][] = [];
    for (const { attributes, name } of elements)
      for (const attribute in attributes) {
        const value = attributes[attribute] ?? '';
        if (REFERENCES.has(attribute))
          for (const id of value.split(/\s+/)) named.push([id, `<${name} ${attribute}>`]);
        if (attribute === 'href' && value.startsWith('#') && value !== '#')
          named.push([decodeURIComponent(value.slice(1)), `<${name} href>`]);
        if (attribute !== 'id') continue;
        if (value === '' || /\s/.test(value)) say(`id="${value}"`);
        if (seen.has(value)) say(`id="${value}" twice`);
        seen.add(value);
      }
    for (const [id, where] of named) if (!seen.has(id)) say(`${where} names ${id}`);
  },
};

const REFERENCES = new Set([
  'for',
  'popovertarget',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'headers',
  'list',
]);
