/** The search for words: names first, since they are at hand sooner, then what mentions the words. */
import { type ErrorText, errorIn } from './errors.ts';
import type { Filters } from './filters.ts';
import { keyOf } from './fold.ts';
import { type Hit, MENTIONS, MESSAGE, NAMED, PORT } from './hit.ts';
import { type Found, isStrong, lookUp, shardsFor, telling } from './lookup.ts';
import { portMentioned } from './mentioned.ts';
import { type Mention, mentionsOf, type Pagefind } from './mentions.ts';
import { addName, type NameEntry, readName } from './names.ts';
import { factsOf } from './state.ts';
import { nearestKeys } from './typo.ts';
import { readWanted, supportAt, type WantedPort } from './wanted.ts';
import { whyOf } from './why.ts';

/** How the data files are fetched: over the wire, or in a test from a folder. */
export interface Store {
  /** The text of a file of names: 'wanted', or a letter. */
  names(file: string): Promise<string>;
  pagefind(): Promise<Pagefind>;
}

export interface Search {
  text: string;
  filters: Filters;
  /** How many pages of the index may be fetched for it. */
  pages: number;
  /** How many of those named so come before what mentions the words; all of them if left out. */
  most?: number | undefined;
  /** Milliseconds to wait for the next letter, before the index is asked. */
  pause?: number;
  /** Whether something else has been asked meanwhile. */
  isStale?: () => boolean;
}

export type Show = (hits: Hit[], done: boolean) => void;

/** A text with a port in it and more words than this is a message that somebody pasted. */
const MESSAGE_WORDS = 4;

export class Engine {
  readonly #store: Store;
  readonly #names = new Map<string, NameEntry>();
  readonly #guides = new Set<string>();
  readonly #titles = new Map<number, string>();
  readonly #loaded = new Map<string, Promise<void>>();

  constructor(store: Store) {
    this.#store = store;
  }

  async search(
    { filters, isStale, most, pages, pause = 0, text }: Search,
    show: Show,
  ): Promise<void> {
    const { low } = portMentioned(text);
    const port = low === undefined ? [] : [portHit(low)];
    const words = telling(text);
    const error = errorIn(text, low);
    if (error || (low !== undefined && words.length > MESSAGE_WORDS)) {
      await this.#load(WANTED);
      show(error ? [this.#message(error, text), ...port] : port, true);
      return;
    }
    // Pagefind takes a while to start: it does so while the names are looked at.
    this.#store.pagefind().catch(() => {});
    await Promise.all([WANTED, ...shardsFor(text)].map((file) => this.#load(file)));
    const found = lookUp(text, this.#names);
    const named = found.filter(isStrong);
    show(inOrder(port, this.#hits(named)), false);
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    if (isStale?.()) return;
    const mentions = await this.#mentions(words, named, filters, pages);
    for (const mention of mentions) mention.story = this.#titles.has(mention.port ?? -1);
    const partly = this.#hits(
      found.filter((entry) => !isStrong(entry)),
      MENTIONS,
    );
    // 'ssh tunnel': of the ports that have both words, the one that is called by one of them comes first.
    const called = new Set(partly.map(({ port }) => port));
    const whole = mentions
      .filter(({ share }) => share === 1)
      .sort((a, b) => Number(called.has(b.port)) - Number(called.has(a.port)));
    const first = this.#hits(named.slice(0, most));
    // What only some of the words lead to comes last.
    show(inOrder(port, first, whole, this.#hits(named), partly, mentions), true);
  }

  /** The guide to an error; where it is not written yet, the page of the search explains. */
  #message({ guide, meaning, title }: ErrorText, text: string): Hit {
    const href = this.#guides.has(guide)
      ? `/guides/${guide}`
      : `/search?q=${encodeURIComponent(text)}`;
    return { group: MESSAGE, href, guide, name: title, why: meaning };
  }

  async #mentions(
    words: readonly string[],
    named: readonly Found[],
    filters: Filters,
    pages: number,
  ): Promise<Mention[]> {
    try {
      const pagefind = await this.#store.pagefind();
      const tries = [words, this.#corrected(words, named), words.map((word) => word.slice(0, -2))];
      for (const attempt of tries) {
        const mentions = await mentionsOf(attempt, pagefind, filters, pages);
        if (mentions.length > 0) return mentions;
      }
    } catch {
      // Without the index there are still the names.
    }
    return [];
  }

  /** The words with the slips of the finger taken out, as far as the names tell. */
  #corrected(words: readonly string[], named: readonly Found[]): string[] {
    const [first] = named;
    if (first?.corrected && words.length === 1) return [keyOf(first.name)];
    return words.map((word) =>
      this.#names.has(word) ? word : (nearestKeys(word, this.#names.keys()).keys[0] ?? word),
    );
  }

  #hits(found: readonly Found[], group: Hit['group'] = NAMED): Hit[] {
    return found.map(({ corrected, name, ref }) => {
      const { called, port, state } = ref;
      return {
        group,
        href: `/${port}`,
        port,
        name: called ?? this.#titles.get(port) ?? name,
        state,
        story: this.#titles.has(port),
        facts: factsOf(state),
        why: whyOf({ corrected, name, ref }),
      };
    });
  }

  #load(file: string): Promise<void> {
    const loading = this.#loaded.get(file) ?? this.#read(file);
    this.#loaded.set(file, loading);
    // A fetch that failed is tried again.
    loading.catch(() => this.#loaded.delete(file));
    return loading;
  }

  async #read(file: string): Promise<void> {
    for (const line of (await this.#store.names(file)).split('\n')) {
      if (line.startsWith(GUIDE)) this.#guides.add(line.slice(GUIDE.length));
      else if (file === WANTED) this.#addWanted(readWanted(line));
      else {
        const { name, refs } = readName(line);
        for (const ref of refs) addName(this.#names, name, ref);
      }
    }
  }

  #addWanted({ names, port, state, title }: WantedPort): void {
    this.#titles.set(port, title);
    let place = 0;
    for (const { name, reason } of names) {
      const support = reason === 'alias' ? supportAt(place++) : 1;
      addName(this.#names, name, { port, reason, state, support });
    }
  }
}

/** The file of the names that authors give, and of the guides that there are. */
export const WANTED = 'wanted';
export const GUIDE = '|';

const portHit = (port: number): Hit => ({ group: PORT, href: `/${port}`, port });

/** Each address once, where it first comes. */
function inOrder(...lists: readonly Hit[][]): Hit[] {
  const hits = new Map<string, Hit>();
  for (const hit of lists.flat()) if (!hits.has(hit.href)) hits.set(hit.href, hit);
  return [...hits.values()];
}
