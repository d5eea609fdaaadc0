/**
 * English figures, lists and order, without Intl where a line says the same: what Intl needs to begin
 * would make the terminal twice as slow.
 */

/** 1234 as '1,234'. */
export const inFigures = (number: number): string =>
  String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** The sign of a list that goes on. */
export const MORE = '…';

/** 'Linux, macOS and Windows'; 'Linux, macOS, …'. */
export function inList(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  const and = last === MORE ? ', ' : ' and ';
  return items.length > 1 ? `${items.slice(0, -1).join(', ')}${and}${last}` : last;
}

let collator: Intl.Collator | undefined;

/** For sorting names with numbers in them: CVE-2006-9 before CVE-2006-10. */
export function byNumbers(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b);
}

/** For sorting dates and other plain letters. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
