/**
 * Valid HTML, by html-validate. It takes 40 ms a page, so it reads of 65,000 pages the few that hold
 * between them every place in which an element stands anywhere: which parent, with which attributes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { HTML_RULES } from './html-rules.ts';
import type { Case } from './rule.ts';
import type { Whole } from './whole.ts';

export async function* invalid({ folder, gathered }: Whole): AsyncGenerator<Case> {
  const validator = new HtmlValidate(new StaticConfigLoader(HTML_RULES));
  for (const file of pagesWithEveryPlace(gathered.map(({ places }) => places))) {
    const html = readFileSync(join(folder, file), 'utf8');
    const { results } = await validator.validateString(html, file);
    for (const { column, line, message, ruleId } of results.flatMap(({ messages }) => messages))
      yield { file, found: `${line}:${column} ${message} (${ruleId})` };
  }
}

/** Each thread names a page for every place that it saw; a place that two saw is taken once. */
function pagesWithEveryPlace(seen: readonly ReadonlyMap<string, string>[]): Set<string> {
  const pages = new Map<string, string>();
  for (const places of seen)
    for (const [place, file] of places) if (!pages.has(place)) pages.set(place, file);
  return new Set(pages.values());
}
