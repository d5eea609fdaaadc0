/** What a person types after `portolan`, as ports: 3330, tcp/22, 22,80, localhost:5432, postgres, a message. */
import { LAST_PORT } from '../base/ranges.ts';
import type { Topic } from '../base/topics.ts';
import { isStrong } from '../features/search/lookup.ts';
import type { Reason } from '../features/search/names.ts';
import { parseQuery } from '../features/search/query.ts';
import type { PortIndex } from '../package/open-index.ts';

export interface Asked {
  port: number;
  /** The transport that was asked for, where one was. */
  transport: string | undefined;
}

export type Answer =
  /** `others` have the same name and are less likely meant. */
  | { kind: 'ports'; asked: readonly Asked[]; others: readonly number[] }
  /** Several may be meant. */
  | { kind: 'which'; text: string; ports: readonly number[] }
  | { kind: 'topic'; topic: Topic }
  | { kind: 'nothing'; text: string; message: string; near: readonly Near[] };

export interface Near {
  name: string;
  port: number;
}

type Names = Pick<PortIndex, 'find' | 'named'>;

const MOST_AT_ONCE = 1024;

/** Each text by itself; where that says nothing, all of them as one sentence: `portolan port 22`. */
export async function answersTo(texts: readonly string[], names: Names): Promise<Answer[]> {
  const alone = texts.map((text) => byNumbers(text));
  if (alone.every((answer) => answer !== undefined)) return alone;
  const sentence = texts.join(' ');
  const joined = byNumbers(sentence);
  if (joined) return [joined];
  const each = texts.map((text, at) => alone[at] ?? byName(text, names));
  const unknown = each.filter(({ kind }) => kind === 'nothing').length;
  if (unknown === 0) return each;
  // One word that is no port is a mistake; several are a message that was typed without quotes.
  const message = texts.length === 1 || unknown > 1 ? await byMessage(sentence) : undefined;
  const whole = message ?? (await bySentence(sentence, names));
  if (whole) return [whole];
  return each;
}

const TRANSPORTS = /(?<!\p{L})(?:tcp|udp|sctp|dccp)(?!\p{L})/giu;

/** What most people type; the search box's patterns, which read all else, take longer to make. */
const PLAIN = /^\d{1,5}$/;

function byNumbers(text: string): Answer | undefined {
  if (PLAIN.test(text) && Number(text) <= LAST_PORT)
    return { kind: 'ports', asked: [anyOf(Number(text))], others: [] };
  const { beyond, high, list, low } = parseQuery(text);
  const spans = list ?? (low === undefined || high === undefined ? [] : [[low, high] as const]);
  if (beyond !== undefined)
    return nothing(text, `${beyond} is no port: ports end at ${LAST_PORT}.`);
  if (spans.length === 0) return undefined;
  const count = spans.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  if (count > MOST_AT_ONCE)
    return nothing(text, `That is ${count} ports; ask for at most ${MOST_AT_ONCE} at once.`);
  const [transport, ...others] = new Set(text.toLowerCase().match(TRANSPORTS) ?? []);
  const one = others.length === 0 ? transport : undefined;
  const asked = spans.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => ({ port: first + at, transport: one })),
  );
  return { kind: 'ports', asked, others: [] };
}

/** A name that people call it by, before one that lists and single programs give. */
const OWN: readonly Reason[] = ['title', 'alias', 'service'];

function byName(text: string, names: Names): Answer {
  const found = names.find(text).filter(isStrong);
  const exact = found.filter(({ kind }) => kind === 'exact');
  const [best, second] = exact;
  if (best && names.named(text).length > 0) {
    const clear = !second || (OWN.includes(best.ref.reason) && !OWN.includes(second.ref.reason));
    const ports = exact.map(({ ref }) => ref.port);
    if (!clear) return { kind: 'which', text, ports };
    return { kind: 'ports', asked: [anyOf(best.ref.port)], others: ports.slice(1) };
  }
  const near = found
    .map(({ name, ref }) => ({ name, port: ref.port }))
    .filter(({ name }, at, all) => all.findIndex((one) => one.name === name) === at);
  return nothing(text, 'We know no port of this name.', near);
}

/** A message of an error, a log or a command; its patterns are expensive to make, and seldom needed. */
async function byMessage(text: string): Promise<Answer | undefined> {
  const { portsMentioned } = await import('../features/search/mentioned.ts');
  const { ports, sure } = portsMentioned(text);
  return sure && ports.length > 0
    ? { kind: 'ports', asked: ports.map(anyOf), others: [] }
    : undefined;
}

/** 'ssh port', 'mail server ports', 'which ports does a domain controller need' */
async function bySentence(text: string, names: Names): Promise<Answer | undefined> {
  const { meantBy } = await import('../features/search/meant.ts');
  const meant = meantBy(text);
  if (meant.topic) return { kind: 'topic', topic: meant.topic };
  const ports = [...new Set(meant.names.flatMap((name) => names.named(name).slice(0, 1)))];
  if (ports.length > 0) return { kind: 'which', text, ports };
  const [best] = names.find(text);
  return best?.kind === 'exact'
    ? { kind: 'ports', asked: [anyOf(best.ref.port)], others: [] }
    : undefined;
}

const anyOf = (port: number): Asked => ({ port, transport: undefined });

const nothing = (text: string, message: string, near: readonly Near[] = []): Answer => ({
  kind: 'nothing',
  text,
  message,
  near,
});
