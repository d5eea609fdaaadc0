/**
 * A sentence before it is in any language: the id of a message and the values that fill it. Whatever
 * makes sentences of a record makes these; only the last step, in the build or in the browser, knows
 * which language is spoken.
 */
import type english from '../../../content/locales/en.json';

/** What fills a placeholder. A name is no word of the language, and is kept whole in it. */
export type Value =
  | number
  | { name: string }
  | { names: readonly string[] }
  | { code: string }
  /** What a source or an author says in English. It stays English in every language, marked so. */
  | { english: string }
  /** '2006-10-27', '2006-10' or '2006'. */
  | { date: string }
  /** 0.379 for 37.9%. */
  | { percent: number }
  | { links: readonly Link[] }
  /** One of the cases of a `select`. */
  | { choice: string };

export interface Link {
  name: string;
  /** Left out where there is nothing to lead to. */
  href?: string | undefined;
}

export type Values = Readonly<Record<string, Value>>;

export type PortMessages = (typeof english)['port'];

/** The path of every message below `port` in the locales: 'card.registered'. */
export type MessageId = Paths<PortMessages>;

type Paths<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Paths<Tree[Key]>}`;
}[keyof Tree & string];

export interface Said {
  id: MessageId;
  values: Values;
}

export const said = (id: MessageId, values: Values = {}): Said => ({ id, values });

export const name = (text: string): Value => ({ name: text });
export const inEnglish = (text: string): Value => ({ english: text });
export const names = (texts: readonly string[]): Value => ({ names: texts });
export const date = (iso: string): Value => ({ date: iso });
export const link = (text: string, href: string | undefined): Value => ({
  links: [{ name: text, href }],
});
