/** The small words of English that the sentences share: lists, transports, dates. */
import type { When } from '../../facts/atlas/record.ts';

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const alternative = new Intl.ListFormat('en-GB', { type: 'disjunction' });

export const and = (items: readonly string[]) => conjunction.format(items);
export const or = (items: readonly string[]) => alternative.format(items);

/** 'TCP and UDP'. */
export const transportNames = (transports: readonly string[]) =>
  and(transports.map((transport) => transport.toUpperCase()));

/** The first few, and how many are left out. */
export function some(items: readonly string[], most: number): string {
  if (items.length <= most) return and(items);
  return and([...items.slice(0, most), `${items.length - most} more`]);
}

/** 'on 2006-10-27', 'in 1977-11', 'by 2005-12-22', 'between 2013-02-18 and 2014-07-09'. */
export function whenWords(when: When): string {
  if (when.precision === 'between') return `between ${when.after} and ${when.date}`;
  if (when.precision === 'by') return `by ${when.date}`;
  return `${when.date.length === 10 ? 'on' : 'in'} ${when.date}`;
}

/** 'since 2006-10-27', 'since some day between …'. */
export function sinceWords(when: When): string {
  if (when.precision === 'between') return `since ${when.date} at the latest`;
  return when.precision === 'by' ? `since ${when.date} at the latest` : `since ${when.date}`;
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence ends once. */
export const sentence = (text: string) =>
  /[.!?]$/.test(text) ? capital(text) : `${capital(text)}.`;

/** Cut between two words, where it is too long. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, text.lastIndexOf(' ', length - 1)).replace(/[,;:.]$/, '')}…`;
}
