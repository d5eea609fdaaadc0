/**
 * A message as the browser gets it: text, or parts to be joined. Compiled from ICU at build time, so
 * that no parser is sent to a reader.
 */
import { inFigures, inList, MORE } from '../../base/english-formats.ts';
import { localeOf } from '../../base/languages.ts';

/** Unicode's own marks for a run of text whose direction is found by itself. */
export const ISOLATE = '\u2068';
export const END_ISOLATE = '\u2069';
/** The same for what has no letters to find it by: '->' would be turned round. */
export const ISOLATE_LTR = '\u2066';

export type Part = string | [argument: string] | [argument: string, plural: Record<string, Part[]>];
export type Compiled = string | Part[];

/** The same tree as the messages, compiled. */
export type CompiledTree<Tree> = {
  [Key in keyof Tree]: Tree[Key] extends string ? Compiled : CompiledTree<Tree[Key]>;
};

export type Values = Record<string, string | number>;

export interface Formatter {
  code: string;
  /**
   * Marks what is no word of the language, such as a number or a name, so that text that is written
   * from right to left keeps it whole; other text needs no marks. In HTML they become <bdi>.
   */
  isolate(text: string): string;
  /** The number in the digits and form of the language. */
  number(value: number): string;
  /** 0.379 is 37.9%. */
  percent(share: number): string;
  /** Which plural form a number takes. */
  plural(value: number): string;
  /** '2006-10-27', '2006-10' or '2006' in words. */
  date(iso: string): string;
  list(items: readonly string[]): string;
}

const formatters = new Map<string, Formatter>();

/** Made once per language: the browser's Intl objects are expensive to create and cheap to use. */
export function formatterFor(code: string): Formatter {
  const known = formatters.get(code) ?? makeFormatter(code);
  formatters.set(code, known);
  return known;
}

function makeFormatter(code: string): Formatter {
  // Latin digits everywhere: a port number must look like the one in the log.
  const tag = `${code === 'en' ? 'en-GB' : code}-u-nu-latn`;
  // Each is made when it is first needed.
  let numbers: Intl.NumberFormat | undefined;
  let percents: Intl.NumberFormat | undefined;
  let plurals: Intl.PluralRules | undefined;
  const join = joiner(code, tag);
  const dateOf = datesIn(tag);
  const isolate =
    localeOf(code)?.direction === 'rtl'
      ? (text: string) =>
          `${/\p{L}|^\d+$/u.test(text) ? ISOLATE : ISOLATE_LTR}${text}${END_ISOLATE}`
      : (text: string) => text;
  return {
    code,
    isolate,
    number: (value) => {
      if (code === 'en') return inFigures(value);
      numbers ??= new Intl.NumberFormat(tag);
      return isolate(numbers.format(value));
    },
    percent: (share) => {
      percents ??= new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
      return percents.format(share);
    },
    plural: (value) => {
      plurals ??= new Intl.PluralRules(tag);
      return plurals.select(value);
    },
    date: (iso) => dateOf(iso) ?? isolate(iso),
    list: (items) => join(items.map(isolate)),
  };
}

/**
 * Joins by the separators of the language: that between two items, and that before the last. Chinese
 * and Thai write none between words, which between Latin names would read as one; Persian and Hindi
 * have no comma before their 'and', whatever the browser's data says.
 */
function joiner(code: string, tag: string): (items: string[]) => string {
  if (code === 'en') return (items) => inList(items);
  const own = localeOf(code)?.and;
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const partsOf = (items: string[]) =>
    lists.formatToParts(items).flatMap(({ type, value }) => (type === 'literal' ? [value] : []));
  const [before = ' '] = partsOf(['A', 'B']);
  const [between = ', ', last = before] = partsOf(['A', 'B', 'C']);
  const comma = own ? '، ' : code === 'th' ? ', ' : between;
  const tidied = (and: string) =>
    and.replace(/ ?(和|และ)/u, ' $1 ').replace(/[,،]\u200f? (?=(?:و|और) )/u, ' ');
  const and = (several: boolean) => (own ? ` ${own} ` : tidied(several ? last : before));
  return (items) => {
    const end = items.at(-1) ?? '';
    const others = items.slice(0, -1);
    if (others.length === 0) return end;
    return others.join(comma) + (end === MORE ? comma : and(others.length > 1)) + end;
  };
}

/** A writer of dates; it gives undefined where the browser has no words for the months of the language. */
function datesIn(tag: string): (iso: string) => string | undefined {
  // English writes dates as the registry does: nobody takes 2006-10-27 for another day.
  if (tag.startsWith('en')) return (iso) => iso;
  // A browser that lacks the language would write English, or nothing that is a month.
  const known = Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  let days: Intl.DateTimeFormat | undefined;
  let months: Intl.DateTimeFormat | undefined;
  // The registry's dates are Gregorian, and so are these, whatever calendar the language prefers.
  const format = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(`${tag}-ca-gregory`, { ...parts, timeZone: 'UTC' });
  return (iso) => {
    const [year = '', month, day = ''] = iso.split('-');
    if (month === undefined) return year;
    if (!known) return undefined;
    if (day) days ??= format({ dateStyle: 'long' });
    else months ??= format({ year: 'numeric', month: 'long' });
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day || 1)));
    const text = (day ? days : months)?.format(date);
    // Chromium claims Sindhi and writes '2006 M10 27'.
    return text && !/M\d\d/.test(text) ? text : undefined;
  };
}

export function formatMessage(message: Compiled, values: Values, formatter: Formatter): string {
  if (typeof message === 'string') return message;
  let text = '';
  for (const part of message) {
    const next = formatPart(part, values, formatter);
    // A date (‘27 октября 2006 г.’) or a list (‘a, b and …’) may bring its own full stop to a sentence.
    const full = typeof part === 'string' && part.startsWith('.') && /[.…]$/.test(text);
    text += full ? next.slice(1) : next;
  }
  return text;
}

function formatPart(part: Part, values: Values, formatter: Formatter): string {
  if (typeof part === 'string') return part;
  // A plural is chosen by a number, a `select` by a word.
  const [name, plural] = part;
  const value = values[name];
  if (value === undefined) throw new Error(`nothing fills {${name}}`);
  if (plural === undefined) return typeof value === 'number' ? formatter.number(value) : value;
  const form =
    (typeof value === 'string'
      ? plural[value]
      : (plural[`=${value}`] ?? plural[formatter.plural(value)])) ??
    plural.other ??
    [];
  return formatMessage(form, values, formatter);
}
