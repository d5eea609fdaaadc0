/**
 * The names that authors give to the ports that they write about. One file has them all, and every
 * search for words fetches it; so a line is for a port, which is told once, and not for a name.
 */
import { TOPIC_NAMES, type Topic } from '../../base/topics.ts';
import { clean, codeOf, type Reason, reasonOf } from './names.ts';

/** The reasons that only an author gives. */
export const AUTHORED: readonly Reason[] = [
  'title',
  'alias',
  'part',
  'default',
  'malware',
  'second',
];

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** What a name with the best support has; of an author's names, the first. */
export const MOST_SUPPORT = 9;

export interface WantedPort {
  port: number;
  state: string;
  title: string;
  topics: readonly Topic[];
  /** The best supported first. */
  names: { name: string; reason: Reason }[];
}

/** '5432a3PostgreSQL|d|tPostgreSQL|apostgres|apgsql': the topics are a letter each, by their place in the list. */
export function writeWanted({ names, port, state, title, topics }: WantedPort): string {
  return [
    port + state + clean(title),
    topics.map((topic) => LETTERS.charAt(TOPIC_NAMES.indexOf(topic))).join(''),
    ...names.map(({ name, reason }) => codeOf(reason) + clean(name)),
  ].join('|');
}

export function readWanted(line: string): WantedPort {
  const [head = '', topics = '', ...names] = line.split('|');
  const [, port, state = '', title = ''] = /^(\d+)([a-z].)(.*)$/.exec(head) ?? [];
  return {
    port: Number(port),
    state,
    title,
    topics: Array.from(topics, (letter) => TOPIC_NAMES[LETTERS.indexOf(letter)]).filter(
      (topic) => topic !== undefined,
    ),
    names: names.map((text) => ({ reason: reasonOf(text.charAt(0)), name: text.slice(1) })),
  };
}

/** How well the name at this place is supported. */
export const supportAt = (place: number) => Math.max(0, MOST_SUPPORT - place);
