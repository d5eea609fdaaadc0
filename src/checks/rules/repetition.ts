/**
 * No two pages say the same in the same words: a text that fits two ports was written about neither.
 * A run of 8 words is a repetition wherever it stands, a whole sentence from 5 words on; shorter
 * ones ('Nothing else does.') may well meet by chance, as may short headings and labels. Code spans
 * are skipped, so a sentence into which only another command is put is a repetition all the same.
 */

import type { Page } from '../page.ts';
import { findRepetitions, type Repetition } from '../repetitions.ts';
import type { Context, Rule } from '../rule.ts';

export const repetition: Rule = {
  name: 'repetition',
  description: 'no sentence and no run of 8 words stands in two pages',
  check(page, context) {
    return (byPage(context).get(page) ?? []).flatMap(({ words, earlier, later }) => {
      // Each pair is told once: at the later page, unless only the earlier was asked for.
      const told = context.wanted.has(later.page) ? later : earlier;
      if (told.page !== page) return [];
      const other = told === later ? earlier : later;
      return [
        {
          line: told.line,
          wrong: `'${words}' stands in ${other.page.file}:${other.line} too`,
          right: 'say here what is true of this page alone',
        },
      ];
    });
  },
};

const computed = new WeakMap<readonly Page[], Map<Page, Repetition[]>>();

function byPage({ pages }: Context): Map<Page, Repetition[]> {
  let map = computed.get(pages);
  if (!map) {
    map = new Map(pages.map((page) => [page, []]));
    for (const found of findRepetitions(pages)) {
      map.get(found.later.page)?.push(found);
      map.get(found.earlier.page)?.push(found);
    }
    computed.set(pages, map);
  }
  return map;
}
