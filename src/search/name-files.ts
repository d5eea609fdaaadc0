/** The files of names: one with those that authors give, which is always fetched, and one for each first letter. */
import { GUIDE, WANTED } from './engine.ts';
import { type NameEntry, shardOf, writeName } from './names.ts';

/** Reasons that only an author gives. */
const AUTHORED = 'tpadmu';

export function nameFiles(
  names: ReadonlyMap<string, NameEntry>,
  guides: readonly string[],
): Map<string, string> {
  const files = Map.groupBy([...names].sort(byKey), ([key, { refs }]) =>
    refs.some(({ reason }) => AUTHORED.includes(reason)) ? WANTED : shardOf(key),
  );
  const written = new Map(
    [...files].map(([file, entries]) => [file, entries.map(([, entry]) => writeName(entry))]),
  );
  written.get(WANTED)?.push(...guides.map((guide) => GUIDE + guide));
  // A letter that begins no name is fetched all the same when somebody types it.
  for (const letter of LETTERS) if (!written.has(letter)) written.set(letter, []);
  return new Map([...written].map(([file, lines]) => [file, lines.join('\n')]));
}

const LETTERS = '0abcdefghijklmnopqrstuvwxyz';

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : 1;
