/** The names that people type, each with the ports that it leads to and why; and the lines in which they travel. */

import { keyOf } from './fold.ts';

/**
 * Why a name leads to a port, the strongest reason first, and the letter by which it travels. An alias
 * is what an author says that people type; 'part' is one of several things in a title.
 */
const CODES = {
  title: 't',
  alias: 'a',
  service: 's',
  part: 'p',
  default: 'd',
  malware: 'm',
  reported: 'r',
  flaw: 'v',
  list: 'b',
  second: 'u',
  organisation: 'o',
  former: 'f',
} as const;
export type Reason = keyof typeof CODES;
export const REASONS = Object.keys(CODES) as Reason[];

/** Letters are for the lines that travel; everything else calls a reason by its name. */
export const codeOf = (reason: Reason): string => CODES[reason];
export const reasonOf = (code: string | undefined): Reason =>
  REASONS.find((reason) => CODES[reason] === code) ?? 'former';

export interface Ref {
  port: number;
  reason: Reason;
  /**
   * How well the reason is supported, from 0 to 9: the number of lists, the author's order, a name
   * before its aliases.
   */
  support: number;
  /** Status and transports, as state.ts writes them. */
  state: string;
  /** What the port is called, where that is not the name itself. */
  called?: string | undefined;
}

export interface NameEntry {
  name: string;
  refs: Ref[];
}

/** A port that a name leads to for two reasons is kept with the better one. */
export function addName(names: Map<string, NameEntry>, name: string, ref: Ref): void {
  const key = keyOf(name);
  if (key === '') return;
  const entry = names.get(key) ?? { name, refs: [] };
  const refs = entry.refs.filter(({ port }) => port !== ref.port);
  const other = entry.refs.find(({ port }) => port === ref.port);
  refs.push(other && byReason(other, ref) <= 0 ? other : ref);
  names.set(key, { name: entry.name, refs: refs.sort(byReason) });
}

const byReason = (a: Ref, b: Ref) =>
  REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason) || b.support - a.support || a.port - b.port;

/** 'ssh|s1a722|b3a72222=other': the name, then reason, support, state, number, and what the port is called. */
export function writeName({ name, refs }: NameEntry): string {
  const written = refs.map(
    ({ called, port, reason, state, support }) =>
      `${codeOf(reason)}${support}${state}${port}${called === undefined ? '' : `=${clean(called)}`}`,
  );
  return [clean(name), ...written].join('|');
}

export function readName(line: string): NameEntry {
  const [name = '', ...refs] = line.split('|');
  return { name, refs: refs.map(readRef) };
}

function readRef(text: string): Ref {
  const [, reason, support, state = '', port, called] =
    /^(.)(\d)(..)(\d+)(?:=(.*))?$/.exec(text) ?? [];
  return { reason: reasonOf(reason), support: Number(support), state, port: Number(port), called };
}

export const clean = (text: string) => text.replace(/[|\n]+/g, ' ');

/** Vulnerabilities have files of their own, one for ten years. */
const FLAW = /^cve(?:19|20)(\d)\d/;

/** Three files for every first letter, by the second; one for what begins with no letter. */
export function shardOf(key: string): string {
  const decade = FLAW.exec(key)?.[1];
  if (decade !== undefined) return `cve${decade}`;
  const [, first, second = ''] = /^([a-z])(.?)/.exec(key) ?? [];
  return first === undefined ? '0' : first + (second < 'f' ? 0 : second < 'p' ? 1 : 2);
}

export const SHARDS: readonly string[] = [
  '0',
  ...['9', '0', '1', '2'].map((decade) => `cve${decade}`),
  ...Array.from('abcdefghijklmnopqrstuvwxyz', (letter) =>
    [0, 1, 2].map((part) => letter + part),
  ).flat(),
];
