/** From words to ports by name: the whole name, its beginning, all of the words, or a name that is nearly so. */
import { ascii } from './ascii.ts';
import { keyOf, wordsOf } from './fold.ts';
import { type NameEntry, REASONS, type Ref, shardOf } from './names.ts';
import { PORT_WORDS } from './port-words.ts';
import { allowance, nearestKeys } from './typo.ts';
import { AUTHORED } from './wanted.ts';

/** The whole name; its beginning; all words, each a name; a name that is nearly so; some of the words. */
export type Kind = 'exact' | 'begun' | 'together' | 'near' | 'partly';

export interface Found {
  ref: Ref;
  kind: Kind;
  /** The name that led here. */
  name: string;
  score: number;
  /** The name was spelled otherwise. */
  corrected: boolean;
  /** The name is one or several of the words as they stand, and not only the beginning of one. */
  whole: boolean;
}

export type Names = ReadonlyMap<string, NameEntry>;

/** Words that ask for a port and name none; the last lines ask in Spanish, French, German and others. */
const NOISE = new Set(
  [
    'port ports number numbers default tcp udp what whats which is are does do use uses used using for',
    'the a an on of in to my how standard common server servers service services client daemon protocol',
    'worm virus trojan malware ransomware botnet exploit vulnerability software program programs',
    'app need needs needed required require should and i it with run runs running over by from',
    'que cual usa utiliza es el la los para de del qual usam o os um uma por quel quelle quels utilise',
    'est le les des du pour sur welcher welche welches ist der die das für fur von nutzt benutzt wird',
    'quale quali usano il di per welke gebruikt is het een jaki który ktory używa uzywa hangi nedir',
    'какой какие какая у для использует это на що який як 的 は の 是什么 什么 使用',
  ]
    .join(' ')
    .split(' '),
);

const PORT_WORD = new RegExp(PORT_WORDS, 'gu');

const MOST_WORDS = 6;

/** The words that say what is wanted; all of them where no other is left. */
export function telling(text: string): string[] {
  const words = wordsOf(text);
  const without = wordsOf(ascii(text).replace(PORT_WORD, ' '));
  const others = without.filter((word) => !NOISE.has(word));
  return (others.length > 0 ? others : words).slice(0, MOST_WORDS);
}

/** The files in which the names that fit these words are. */
export function shardsFor(text: string): string[] {
  const keys = [keyOf(text), ...telling(text)].filter((key) => key !== '');
  return [...new Set(keys.map(shardOf))];
}

/** A reason weighs less than 120, so that none of these is reached from below. */
const EXACT = 1000;
const TOLD = 850;
const BEGUN = 500;
const TOGETHER = 320;
const NEARLY = 200;
const PARTLY = 60;

/** Found by the whole of what was typed, and not by a part of it. */
export const isStrong = ({ kind }: Found) => kind !== 'partly';

export function lookUp(text: string, names: Names): Found[] {
  const words = telling(text);
  const best = new Best();
  const told = words.join('');
  best.add(names.get(keyOf(text)), EXACT, 'exact');
  best.add(names.get(told), TOLD, 'exact');
  const exact = best.size > 0;
  if (told.length > 1) {
    for (const [key, entry] of names)
      if (key !== told && key.startsWith(told))
        best.add(
          entry,
          BEGUN - Math.min(90, 6 * (key.length - told.length)) + begins(entry, told),
          'begun',
        );
  }
  // 'ntp server' is no slip of the finger for 'ns-server': one of its words is a name.
  if (best.size === 0 && !words.some((word) => names.has(word))) {
    const { keys, slips } = nearestKeys(told, names.keys());
    for (const key of keys) best.add(names.get(key), NEARLY + 60 - 30 * slips, 'near');
  }
  if (!exact && words.length > 1) byWords(words, names, best);
  return best.inOrder();
}

/**
 * 'mail server' begins with the word 'mail', and 'mailslot' only with its letters; what an author
 * names is asked for more.
 */
function begins({ name, refs }: NameEntry, told: string): number {
  const wanted = refs.some(({ reason }) => AUTHORED.includes(reason));
  return (wordsOf(name)[0] === told ? 60 : 0) + (wanted ? 15 : 0);
}

/** Each word, and each run of words, may be a name by itself; a port that all of them lead to is meant. */
function byWords(words: readonly string[], names: Names, best: Best): void {
  const matches = new Map<number, { found: Found; words: Set<number> }>();
  for (let from = 0; from < words.length; from++) {
    for (let to = words.length; to > from; to--) {
      const key = words.slice(from, to).join('');
      const { corrected, entries } = entriesFor(key, names, to - from === 1);
      for (const entry of entries) {
        for (const ref of entry.refs) {
          const match = matches.get(ref.port) ?? {
            found: { ref, name: entry.name, score: 0, corrected, kind: 'partly', whole: false },
            words: new Set(),
          };
          for (let word = from; word < to; word++) match.words.add(word);
          match.found.whole ||= keyOf(entry.name) === key;
          match.found.score = Math.max(match.found.score, weightOf(ref) - (corrected ? 20 : 0));
          matches.set(ref.port, match);
        }
      }
    }
  }
  for (const { found, words: matched } of matches.values()) {
    const share = matched.size / words.length;
    const kind = share === 1 ? 'together' : 'partly';
    best.put({ ...found, kind, score: found.score + (share === 1 ? TOGETHER : PARTLY * share) });
  }
}

/** The name itself; for a single word also names that begin with it, or else nearly are it. */
function entriesFor(
  key: string,
  names: Names,
  single: boolean,
): { entries: NameEntry[]; corrected: boolean } {
  const entry = names.get(key);
  if (entry || !single || allowance(key.length) === 0)
    return { entries: entry ? [entry] : [], corrected: false };
  const begun = [...names].filter(([name]) => name.startsWith(key)).map(([, other]) => other);
  if (begun.length > 0) return { entries: begun, corrected: false };
  const entries = nearestKeys(key, names.keys()).keys.map((near) => names.get(near));
  return { entries: entries.filter((near) => near !== undefined), corrected: true };
}

/** The stronger the reason, the higher; its support decides between two of the same kind. */
const weightOf = ({ reason, support }: Ref) => 108 - 12 * REASONS.indexOf(reason) + support;

/** Each port once, for the best of its reasons. */
class Best {
  readonly #found = new Map<number, Found>();

  get size(): number {
    return this.#found.size;
  }

  add(entry: NameEntry | undefined, base: number, kind: Kind): void {
    const corrected = kind === 'near';
    const whole = kind === 'exact';
    for (const ref of entry?.refs ?? [])
      this.put({
        ref,
        name: entry?.name ?? '',
        score: base + weightOf(ref),
        corrected,
        kind,
        whole,
      });
  }

  put(found: Found): void {
    const known = this.#found.get(found.ref.port);
    if (!known || known.score < found.score) this.#found.set(found.ref.port, found);
  }

  inOrder(): Found[] {
    return [...this.#found.values()].sort((a, b) => b.score - a.score || a.ref.port - b.ref.port);
  }
}
