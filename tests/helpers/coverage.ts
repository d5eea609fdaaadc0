/** Which characters of the site's scripts have run in the browser, counted over all tests of a worker. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';

type Entry = Awaited<ReturnType<Page['coverage']['stopJSCoverage']>>[number];

/** One character a character of the script: 1 where it has run. */
export type Ran = Record<string, string>;

export class Coverage {
  readonly #ran = new Map<string, Uint8Array>();

  add(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const path = new URL(entry.url).pathname;
      if (!path.startsWith('/_assets/') || !entry.source) continue;
      const ran = this.#ran.get(path) ?? new Uint8Array(entry.source.length);
      this.#ran.set(path, ran);
      for (const [at, now] of charactersRun(entry).entries()) if (now) ran[at] = 1;
    }
  }

  write(folder: string, name: string): void {
    if (this.#ran.size === 0) return;
    mkdirSync(folder, { recursive: true });
    const ran: Ran = Object.fromEntries(
      [...this.#ran].map(([path, each]) => [path, each.join('')]),
    );
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(ran));
  }
}

/** V8 gives a function's range first and what lies in it after it, so that a later range decides. */
function charactersRun({ functions, source = '' }: Entry): Uint8Array {
  const ran = new Uint8Array(source.length);
  for (const { ranges } of functions)
    for (const { count, endOffset, startOffset } of ranges)
      ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  return ran;
}
