/** In which order the parts of an answer come, and under which headings. */
import {
  begunHeading,
  type Hit,
  INSTEAD,
  MENTIONS,
  NEAR,
  namedHeading,
  PARTLY,
  PORT,
  PORTS,
  SOME_MENTIONS,
  TOGETHER,
} from './hit.ts';
import type { Found, Kind } from './lookup.ts';
import type { Mentioned } from './mentioned.ts';
import type { Mention } from './mentions.ts';
import type { Reason } from './names.ts';
import { foldRuns } from './runs.ts';
import { whyOf } from './why.ts';

export interface Parts {
  /** What was typed, without the numbers of ports. */
  typed: string;
  mentioned: Mentioned;
  found: readonly Found[];
  /** What other names of the same thing lead to. */
  instead: readonly Found[];
  topic: readonly Hit[];
  tools: readonly Hit[];
  guides: readonly Hit[];
  /** What the port's author calls it. */
  titleOf: (port: number) => string | undefined;
  mentions: readonly Mention[];
  /** For words that lead nowhere. */
  perhaps: readonly Found[];
}

/** A title or what its author says that people type: nothing is meant more clearly. */
const CLEAR: readonly Reason[] = ['title', 'alias'];
/** More of a topic than this come after everything that has the words. */
const FIRST_OF_TOPIC = 8;
const MOST_MENTIONS = 10;
const MOST_PARTLY = 6;
const MOST_BESIDE_A_PORT = 3;

export function arrange(parts: Parts): Hit[] {
  const { guides, instead, mentioned, perhaps, tools, topic, typed } = parts;
  const several = mentioned.ports.length > 1;
  const ports = mentioned.ports.map((port) => portHit(port, several));
  const named = namedHeading(typed);
  const of = (kind: Kind, group: string) =>
    hitsOf(
      parts.found.filter((found) => found.kind === kind),
      group,
      parts,
    );
  const isClear = ({ kind, ref }: Found) => kind === 'exact' && CLEAR.includes(ref.reason);
  const clear = hitsOf(parts.found.filter(isClear), named, parts);
  const exact = of('exact', named);
  const together = of('together', TOGETHER);
  const whole = wholeMentions(parts);
  const certain = [
    ...(mentioned.sure ? ports : agreeing(ports, [...exact, ...together])),
    ...tools.filter(isTool),
    ...clear,
    ...tools,
    ...hitsOf(instead, INSTEAD, parts),
    ...topic.slice(0, FIRST_OF_TOPIC),
    ...exact,
  ];
  // Who names a port wants to know of that one, and not of all that have one of the other words.
  if (mentioned.sure)
    return foldRuns(
      inOrder([...certain, ...guides.slice(0, 2), ...hitsOf(best(parts), PARTLY, parts)]),
    );
  const rest = [
    ...(together.length > 0 ? [] : ports),
    ...guides.slice(0, 2),
    ...together,
    ...ports,
    ...of('begun', begunHeading(typed)),
    ...of('near', NEAR),
    ...beforeMentions(whole, exact.length + together.length > 0 ? [] : best(parts, true), parts),
    ...topic,
  ];
  const all = inOrder([...certain, ...rest]);
  if (all.some(({ group }) => group !== PORT && group !== PORTS)) return foldRuns(all);
  const partly = [...hitsOf(best(parts), PARTLY, parts), ...partialMentions(parts)];
  return foldRuns(
    inOrder([...all, ...(partly.length > 0 ? partly : hitsOf(perhaps, NEAR, parts))]),
  );
}

/** A tool is meant more than any name that its phrase has; a guide is read beside its ports. */
const isTool = ({ href }: Hit) => !href.startsWith('/guides/');

/** 'mysql 3306': the number is the port where the name says the same. */
const agreeing = (ports: readonly Hit[], named: readonly Hit[]): Hit[] =>
  ports.filter(({ port }) => named.some((hit) => hit.port === port));

export const portHit = (port: number, several = false): Hit => ({
  group: several ? PORTS : PORT,
  href: `/${port}`,
  port,
});

function hitsOf(found: readonly Found[], group: string, { titleOf }: Parts): Hit[] {
  return found.map(({ name, ref }) => {
    const { called, port, state } = ref;
    const title = titleOf(port);
    const shown = title ?? called ?? name;
    const hit = { group, href: `/${port}`, port, name: shown, state, story: title !== undefined };
    return { ...hit, why: whyOf({ name, ref }, shown) };
  });
}

/** 'ssh tunnel': what one of the words names is meant more than a page that has both of them by chance. */
function beforeMentions(whole: readonly Hit[], named: readonly Found[], parts: Parts): Hit[] {
  if (whole.length === 0) return [];
  const called = new Set(parts.found.map(({ ref }) => ref.port));
  const isCalled = ({ port = -1 }: Hit) => called.has(port);
  return [
    ...whole.filter(isCalled),
    ...hitsOf(named, PARTLY, parts),
    ...whole.filter((hit) => !isCalled(hit)),
  ];
}

/** Of the ports that have every word, those that are called by one of them come first. */
function wholeMentions({ found, mentions }: Parts): Hit[] {
  const called = new Set(found.map(({ ref }) => ref.port));
  const rank = ({ port }: Mention) => (port !== undefined && called.has(port) ? 0 : 1);
  return mentions
    .filter(({ share }) => share === 1)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, MOST_MENTIONS)
    .map((mention) => ({ ...mention, group: MENTIONS }));
}

/** Those that are called by one of the words as it stands, or else those that begin with one. */
function best({ found, mentioned }: Parts, clear = mentioned.sure): Found[] {
  const partly = found.filter(({ kind }) => kind === 'partly');
  const called = partly.filter(({ whole }) => whole);
  if (clear)
    return called.filter(({ ref }) => CLEAR.includes(ref.reason)).slice(0, MOST_BESIDE_A_PORT);
  return (called.length > 0 ? called : partly).slice(0, MOST_PARTLY);
}

function partialMentions({ mentioned, mentions }: Parts): Hit[] {
  if (mentioned.sure) return [];
  const most = Math.max(0, ...mentions.map(({ share }) => share));
  return mentions
    .filter(({ share }) => share === most && share > 0.5)
    .slice(0, MOST_PARTLY)
    .map((mention) => ({ ...mention, group: SOME_MENTIONS }));
}

/** Each address once, where it first comes. */
function inOrder(all: readonly Hit[]): Hit[] {
  const hits = new Map<string, Hit>();
  for (const hit of all) if (!hits.has(hit.href)) hits.set(hit.href, hit);
  return [...hits.values()];
}
