/** The part of SQL that both stores have in common. */
import type { Filter } from './store.ts';

/** Read or changed at a time. */
export const PAGE_ROWS = 2000;

/** @param placeholder of a value, by its place among the values */
export function conditions(
  { port, locale, since, before, open }: Filter,
  placeholder: (index: number) => string,
): { where: string; values: (string | number)[] } {
  const parts: [condition: string, value: string | number | undefined][] = [
    ['port =', port],
    ['locale =', locale],
    ['day >=', since],
    ['day <', before],
  ];
  const values: (string | number)[] = [];
  const wheres = parts.flatMap(([condition, value]) => {
    if (value === undefined) return [];
    values.push(value);
    return [`${condition} ${placeholder(values.length - 1)}`];
  });
  if (open) wheres.push('resolved IS NULL');
  return { where: wheres.join(' AND ') || 'TRUE', values };
}
