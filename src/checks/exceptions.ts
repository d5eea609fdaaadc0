/**
 * content/exceptions.csv: what broke a rule when the rule came. The list may only shrink: an exception
 * that excuses nothing any more is a finding itself, and a test holds how many there are.
 */
import { z } from 'zod';
import { readTable } from '../facts/registry/csv.ts';
import type { Exception, Finding } from './rule.ts';

export const EXCEPTIONS_FILE = 'content/exceptions.csv';

const exception = z.strictObject({
  rule: z.string().min(1),
  page: z.string().min(1),
  what: z.string(),
});

export function readExceptions(file: string): Exception[] {
  return readTable(file, exception);
}

/** The exceptions, and which of them were needed. */
export class Excused {
  #open = new Map<string, Exception>();
  #used = new Set<string>();

  constructor(exceptions: readonly Exception[]) {
    for (const each of exceptions) this.#open.set(keyOf(each), each);
  }

  has(rule: string, page: string, what: string): boolean {
    const key = keyOf({ rule, page, what });
    const found = this.#open.has(key);
    if (found) this.#used.add(key);
    return found;
  }

  needless(): Finding[] {
    return [...this.#open]
      .filter(([key]) => !this.#used.has(key))
      .map(([, { rule, page, what }]) => ({
        file: EXCEPTIONS_FILE,
        line: 1,
        rule: 'exceptions',
        wrong: `'${rule},${page},${what}' excuses nothing`,
        right: 'take the row out',
      }));
  }
}

function keyOf({ rule, page, what }: Exception): string {
  return `${rule}\n${page}\n${what}`;
}
