/** What words stand for: a topic, another name of the same thing, a page of this site. */
import told from '../../../content/search-words.json' with { type: 'json' };
import type { Topic } from '../../base/topics.ts';
import { ascii } from './ascii.ts';
import { wordsOf } from './fold.ts';

export interface Meant {
  topic?: Topic;
  /** Names to look up in place of what was typed. */
  names: readonly string[];
  /** The pages that answer it, by their addresses. */
  pages: readonly string[];
}

/** Words that ask for ports and say nothing of which. */
const ASKING = new Set(
  (
    'port ports number numbers default what whats which is are does do use uses used using need needs ' +
    'needed require required for the a an on in of to my our how common commonly standard tcp udp and i ' +
    'should by from with most usual usually typical popular best list all important known well open have ' +
    'has that must allow related associated typically normally often'
  ).split(' '),
);

/** One form for singular and plural. */
const singular = (word: string) => word.replace(/(?<=\w{2}[^s])s$/, '');
const phraseOf = (words: readonly string[]) => words.map(singular).join(' ');

const phrases = <T>(table: Readonly<Record<string, readonly string[]>>, make: (key: string) => T) =>
  new Map(
    Object.entries(table).flatMap(([key, list]) =>
      list.map((phrase) => [phraseOf(wordsOf(phrase)), make(key)] as const),
    ),
  );

const TOPIC_OF = phrases(told.topics, (topic) => topic as Topic);
const NAMES_OF = new Map(
  Object.entries(told.names).map(([phrase, names]) => [phraseOf(wordsOf(phrase)), names]),
);
/** An address for each phrase; guides are pages, too. */
const PAGES = [
  ...Object.entries(told.pages),
  ...Object.entries(told.guides).map(([guide, list]) => [`/guides/${guide}`, list] as const),
].map(([page, list]) => ({ page, phrases: list.map((phrase) => wordsOf(phrase).map(singular)) }));

/** Programs of a kind: 'database software', 'vpn protocols'. */
const KIND = new Set([
  'service',
  'protocol',
  'server',
  'software',
  'program',
  'app',
  'traffic',
  'tool',
]);

export function meantBy(text: string): Meant {
  const all = wordsOf(ascii(text));
  const words = all.filter((word) => !ASKING.has(word));
  const bare = words.filter((word) => !KIND.has(singular(word)));
  const topic = TOPIC_OF.get(phraseOf(words)) ?? TOPIC_OF.get(phraseOf(bare));
  const names = NAMES_OF.get(phraseOf(words)) ?? NAMES_OF.get(phraseOf(bare)) ?? [];
  const said = new Set(all.map(singular));
  // A single word may be a part of anything; several together are meant.
  const isSaid = (phrase: readonly string[]) =>
    phrase.every((word) => said.has(word)) && (phrase.length > 1 || bare.length === 1);
  const pages = PAGES.filter(({ phrases: list }) => list.some(isSaid)).map(({ page }) => page);
  return { ...(topic ? { topic } : {}), names, pages };
}

/** What the pages that are no port's page are called here. */
export const TOOLS: Readonly<Record<string, { name: string; line: string }>> = {
  '/choose': {
    name: 'Choose a port',
    line: 'Free ports for a program of your own: near another, in a row, easy to remember.',
  },
  '/lookup': {
    name: 'Read a scan',
    line: 'Paste what nmap, ss, netstat, lsof or a firewall printed; nothing leaves your browser.',
  },
  '/services': { name: 'Services from A to Z', line: 'Every registered name with its ports.' },
  '/changes': { name: 'Changes', line: 'What changed in the registry, by date.' },
  '/api': { name: 'Data', line: 'Every port as JSON, plain text and CSV.' },
  '/glossary': { name: 'Glossary', line: 'The words that these pages use.' },
  '/faq': { name: 'Questions about ports', line: 'What a port is, what open means, TCP and UDP.' },
};
