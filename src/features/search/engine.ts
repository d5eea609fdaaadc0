/** The search for words: names first, since they are at hand sooner, then what mentions the words. */
import { type Topic, topicLabel } from '../../base/topics.ts';
import { arrange, type Parts, portHit } from './arrange.ts';
import { ascii } from './ascii.ts';
import { type ErrorText, errorIn } from './errors.ts';
import { GUIDES as GUIDES_FILE, TOPIC, WANTED } from './files.ts';
import type { Filters } from './filters.ts';
import { keyOf } from './fold.ts';
import { type GuideText, guidesFor, readGuide } from './guide-lines.ts';
import { GUIDES, type Hit, MESSAGE, topicHeading } from './hit.ts';
import { type Found, lookUp, shardsFor, telling } from './lookup.ts';
import { type Meant, meantBy, TOOLS } from './meant.ts';
import { type Mentioned, portsMentioned } from './mentioned.ts';
import { type Mention, mentionsOf, type Pagefind } from './mentions.ts';
import { addName, type NameEntry, readName } from './names.ts';
import { readPortFile } from './port-file.ts';
import { allowance, nearestKeys } from './typo.ts';
import { MOST_SUPPORT, readWanted, supportAt, type WantedPort } from './wanted.ts';

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
  /** Milliseconds to wait for the next letter, before the index is asked. */
  pause?: number;
  /** Whether something else has been asked meanwhile. */
  isStale?: () => boolean;
}

export type Show = (hits: Hit[], done: boolean) => void;

/** A text with a port in it and more words than this is a message that somebody pasted. */
const MESSAGE_WORDS = 4;
const MOST_PORTS = 12;

export class Engine {
  readonly #store: Store;
  readonly #names = new Map<string, NameEntry>();
  #guides: readonly GuideText[] = [];
  readonly #wanted = new Map<number, WantedPort>();
  readonly #loaded = new Map<string, Promise<void>>();

  constructor(store: Store) {
    this.#store = store;
  }

  async search({ filters, isStale, pages, pause = 0, text }: Search, show: Show): Promise<void> {
    const mentioned = portsMentioned(text);
    const words = wordsBeside(text, mentioned);
    const error = errorIn(text, mentioned.ports[0]);
    if (error || (mentioned.sure && words.length > MESSAGE_WORDS)) {
      const ports = mentioned.ports
        .slice(0, MOST_PORTS)
        .map((port, _, all) => portHit(port, all.length > 1));
      show(error ? [await this.#message(error, text), ...ports] : ports, true);
      return;
    }
    // Pagefind takes a while to start: it does so while the names are looked at.
    this.#store.pagefind().catch(() => {});
    const meant = meantBy(text);
    await this.#loadFor(text, meant);
    const parts = await this.#parts(text, words, mentioned, meant);
    show(arrange(parts), false);
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    if (isStale?.()) return;
    const mentions = await this.#mentions(words, parts.found, filters, pages);
    for (const mention of mentions) mention.story = this.#wanted.has(mention.port ?? -1);
    const hits = arrange({ ...parts, mentions });
    show(hits.length > 0 ? hits : arrange({ ...parts, perhaps: this.#perhaps(words) }), true);
  }

  /** The guides and pages that answer what was said around a number. */
  async around(text: string): Promise<Hit[]> {
    const words = telling(text);
    if (words.every((word) => /^\d+$/.test(word))) return [];
    await this.#load(GUIDES_FILE);
    return [...this.#toolHits(meantBy(text)), ...this.#guidesFor(words)];
  }

  async #parts(
    text: string,
    words: readonly string[],
    mentioned: Mentioned,
    meant: Meant,
  ): Promise<Parts> {
    const whole = lookUp(text, this.#names);
    const beside = ascii(text)
      .replace(/(?<![\w.:])\d+(?![\w.:])/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const found =
      mentioned.ports.length > 0 && beside !== '' && !whole.some(isExact)
        ? lookUp(beside, this.#names)
        : whole;
    return {
      typed: words.join(' '),
      mentioned,
      found,
      instead: meant.names.flatMap((name) => lookUp(name, this.#names).filter(isMeant)),
      topic: meant.topic ? await this.#topicHits(meant.topic) : [],
      tools: this.#toolHits(meant),
      guides: this.#guidesFor(words),
      titleOf: (port) => this.#wanted.get(port)?.title,
      mentions: [],
      perhaps: [],
    };
  }

  #toolHits({ pages }: Meant): Hit[] {
    return pages.flatMap((href) => {
      const guide = this.#guides.find(({ slug }) => href === `/guides/${slug}`);
      const told = guide ? { name: guide.title, line: guide.summary } : TOOLS[href];
      return told ? [{ group: GUIDES, href, ...told }] : [];
    });
  }

  #guidesFor(words: readonly string[]): Hit[] {
    return guidesFor(words, this.#guides).map(({ guide: { slug, summary, title } }) => ({
      group: GUIDES,
      href: `/guides/${slug}`,
      name: title,
      line: summary,
    }));
  }

  /** Those with a page, in the order of the file, which has the most looked up first; then the others. */
  async #topicHits(topic: Topic): Promise<Hit[]> {
    const group = topicHeading(topicLabel(topic));
    const place = ({ topics }: WantedPort) => Math.min(1, topics.indexOf(topic));
    const hits: Hit[] = [...this.#wanted.values()]
      .filter(({ topics }) => topics.includes(topic))
      .sort((a, b) => place(a) - place(b))
      .map(({ port, state, title }) => ({
        ...{ group, href: `/${port}`, port, name: title, state, story: true },
      }));
    const others = readPortFile(await this.#store.names(TOPIC + topic).catch(() => ''));
    for (const { name, port, state } of others)
      hits.push({ group, href: `/${port}`, port, name, state });
    return hits;
  }

  /** The guide to an error; where it is not written yet, the page of the search explains. */
  async #message({ guide, meaning, title }: ErrorText, text: string): Promise<Hit> {
    await this.#load(GUIDES_FILE).catch(() => {});
    const written = this.#guides.find(({ slug }) => slug === guide);
    const href = written ? `/guides/${guide}` : `/search?q=${encodeURIComponent(text)}`;
    return { group: MESSAGE, href, guide, name: title, line: meaning };
  }

  async #mentions(
    words: readonly string[],
    found: readonly Found[],
    filters: Filters,
    pages: number,
  ): Promise<Mention[]> {
    try {
      const pagefind = await this.#store.pagefind();
      const isName = (word: string) => this.#names.has(word);
      for (const attempt of [words, this.#corrected(words, found)]) {
        const mentions = await mentionsOf(attempt, pagefind, filters, pages, isName);
        if (mentions.length > 0) return mentions;
      }
    } catch {
      // Without the index there are still the names.
    }
    return [];
  }

  /** The words with the slips of the finger taken out, as far as the names tell. */
  #corrected(words: readonly string[], found: readonly Found[]): string[] {
    const [first] = found;
    if (first?.corrected && words.length === 1) return [keyOf(first.name)];
    return words.map((word) =>
      this.#names.has(word) ? word : (nearestKeys(word, this.#names.keys()).keys[0] ?? word),
    );
  }

  /** For words that lead nowhere: names that are further off than a slip of the finger. */
  #perhaps(words: readonly string[]): Found[] {
    const typed = words.join('');
    const keys = nearestKeys(typed, this.#names.keys(), allowance(typed.length) + 1).keys;
    return keys.slice(0, 3).flatMap((key) => lookUp(key, this.#names).filter(isExact).slice(0, 1));
  }

  async #loadFor(text: string, { names, pages }: Meant): Promise<void> {
    const texts = [text, ...names];
    const files = new Set([WANTED, ...texts.flatMap(shardsFor)]);
    if (text.trim().includes(' ') || pages.length > 0) files.add(GUIDES_FILE);
    await Promise.all([...files].map((file) => this.#load(file)));
  }

  #load(file: string): Promise<void> {
    const loading = this.#loaded.get(file) ?? this.#read(file);
    this.#loaded.set(file, loading);
    // A fetch that failed is tried again.
    loading.catch(() => this.#loaded.delete(file));
    return loading;
  }

  async #read(file: string): Promise<void> {
    const text = await this.#store.names(file);
    if (text === '') return;
    const lines = text.split('\n');
    if (file === GUIDES_FILE) this.#guides = lines.map(readGuide);
    else if (file === WANTED)
      for (const [place, line] of lines.entries())
        this.#addWanted(readWanted(line), 1 - place / lines.length);
    else
      for (const { name, refs } of lines.map(readName))
        for (const ref of refs) addName(this.#names, name, ref);
  }

  /** Of the ports that one word means, the one that is looked up more, unless its author puts it far back. */
  #addWanted(wanted: WantedPort, fame: number): void {
    const { names, port, state } = wanted;
    this.#wanted.set(port, wanted);
    let place = 0;
    for (const { name, reason } of names) {
      const support = reason === 'alias' ? supportOf(place++, fame) : 1;
      addName(this.#names, name, { port, reason, state, support });
    }
  }
}

const supportOf = (place: number, fame: number) => (supportAt(place) + 2 * MOST_SUPPORT * fame) / 3;

/** The words that are not the numbers of the ports themselves; all where no other is left. */
function wordsBeside(text: string, { ports }: Mentioned): string[] {
  const words = telling(text);
  const others = words.filter((word) => !/^\d+$/.test(word) || !ports.includes(Number(word)));
  return others.length > 0 ? others : words;
}

const isExact = ({ kind }: Found) => kind === 'exact';
/** What another name stands for comes from authors, or from the tables of flaws. */
const isMeant = ({ kind, ref }: Found) =>
  kind === 'exact' && ['title', 'alias', 'flaw'].includes(ref.reason);
