/**
 * One spelling for each name: as somebody decided, else as the list of home pages has it, else as
 * its own sources write it.
 */
import { type NameDecision, USE_TABLES } from '../../schemas/decisions.ts';
import type { Decisions } from './decisions.ts';
import type { Witness } from './witnesses.ts';

export type Spelling = (scope: NameDecision['scope'], written: string) => string;

/** 'Stirling-PDF', 'stirling pdf' and 'StirlingPDF' are one name; 'Commento' and 'Commento++' are two. */
export const foldName = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}+#]/gu, '');

export function spellingOf(
  witnesses: readonly Witness[],
  homes: readonly { name: string }[],
  decisions: Decisions,
): Spelling {
  const known = new Map(homes.map(({ name }) => [foldName(name), name]));
  const decidedAs = new Map(
    USE_TABLES.flatMap((scope) =>
      decisions.decidedNames(scope).map((name) => [`${scope}\0${foldName(name)}`, name]),
    ),
  );
  const written = new Map<string, string>();
  const joined = (scope: NameDecision['scope'], name: string) =>
    decisions.name(scope, name) ?? name;
  const named = witnesses.map(({ to, kind, name }) => ({ to, kind, name: joined(to, name) }));
  const groups = Map.groupBy(named, ({ to, name }) => `${to}\0${foldName(name)}`);
  for (const [key, group] of groups) written.set(key, bestSpelling(group));
  return (scope, name) => {
    const decided = decisions.name(scope, name);
    if (decided !== undefined) return decided;
    const fold = foldName(name);
    return (
      decidedAs.get(`${scope}\0${fold}`) ??
      (scope === 'programs' ? known.get(fold) : undefined) ??
      written.get(`${scope}\0${fold}`) ??
      name
    );
  };
}

/** As the program's own sources write it, else as most do; of equals the one with more capitals, then the first. */
function bestSpelling(group: readonly Pick<Witness, 'kind' | 'name'>[]): string {
  const own = group.filter(({ kind }) => kind === 'own');
  const counts = new Map<string, number>();
  for (const { name } of own.length > 0 ? own : group)
    counts.set(name, (counts.get(name) ?? 0) + 1);
  const capitals = (name: string) => name.replace(/[^A-Z]/g, '').length;
  const [best] = [...counts].sort(
    ([a, times], [b, more]) => more - times || capitals(b) - capitals(a) || (a < b ? -1 : 1),
  );
  return best?.[0] ?? '';
}
