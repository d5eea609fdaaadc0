/** What was typed: a port, several, a range, or words. In the script of the search box: no longer than it must be. */
import { LAST_PORT } from '../../base/ranges.ts';
import { ascii } from './ascii.ts';
import { PORT_WORDS } from './port-words.ts';

export interface Asked {
  /** The port that was named, or the ends of the range. */
  low?: number;
  high?: number;
  /** Several ports and ranges, in the order in which they were typed. */
  list?: readonly [low: number, high: number][];
  /** A number as it was typed that is too high to be a port. */
  beyond?: string;
  /** What is left to look up as words; empty where numbers were all there was. */
  words: string;
}

/** Without a space anywhere, which is looked at first: else each colon would be tried to the end. */
const HOST_AND_PORT = /^(?!\d+:)(?=\S*$)\S*:(\d+)(\/\S*)?$/;
const BETWEEN =
  /(?<=[\da-f])\s*(\p{Pd}|[−~:]|\.\.+|\b(?:to|a|à|al|bis|hasta|til|до|do)\b|至|到|から)\s*(?=\d)/gu;
const PORT_WORD = new RegExp(PORT_WORDS, 'gu');
const TRANSPORT = /(?<!\p{L})(?:tcp|udp|sctp|dccp)(?!\p{L})/gu;

/** What people write around a number that says nothing of which port they mean. */
const IDLE = new RegExp(
  `(?<![\\p{L}\\d])(?:${[
    "what(?:'?s)?|which|why|how|does|do|did|is|are|was|it|the|an?|my|this|on|in|of|for|to|by|from|with",
    'open(?:ed)?|closed?|listen(?:ing|s)?|block(?:ed|s)?|filtered|allow(?:ed)?|forward(?:ed|ing)?|exposed',
    'runs?|running|uses?|used|using|services?|program(?:me)?s?|process|mean(?:s|ing)?|default|number',
    'safe|dangerous|secure|common|usually|normally|stand|please|scan|found',
  ].join('|')})(?![\\p{L}\\d])`,
  'gu',
);
const SEPARATOR = /(?:[\s,;/+&|]|\b(?:and|or|vs|und|oder|y|et|ou)\b)+/;
const NUMBERS = /^(0x[\da-f]+|\d+)(?:-(0x[\da-f]+|\d+))?$/;

export function parseQuery(typed: string): Asked {
  const text = ascii(typed);
  const host = HOST_AND_PORT.exec(text)?.[1];
  const items = (host ?? numbersOf(text)).split(SEPARATOR).filter((item) => item !== '');
  const spans = items.map((item) => NUMBERS.exec(item));
  const [first] = spans;
  if (!first || spans.includes(null)) return { words: text };
  if (spans.length === 1) return portsAsked(first[1] ?? '', first[2] ?? first[1] ?? '', '');
  return severalAsked(spans.flatMap((span) => (span ? [span] : [])));
}

/** The text without all that is said around its numbers. */
const numbersOf = (text: string) =>
  text
    .replace(/[?!"'’]+(?=\s|$)/g, ' ')
    .replace(PORT_WORD, ' ')
    .replace(TRANSPORT, ' ')
    .replace(BETWEEN, '-')
    .replace(IDLE, ' ')
    .replace(/(?:^|\s)p-?(?=\d)|[#:]|\.(?=\s|$)/g, ' ');

function severalAsked(spans: readonly RegExpExecArray[]): Asked {
  const list: [number, number][] = [];
  let beyond: string | undefined;
  for (const [, first = '', second = first] of spans) {
    const { low, high, beyond: over } = portsAsked(first, second, '');
    beyond ??= over;
    if (low !== undefined && high !== undefined) list.push([low, high]);
  }
  return { list, words: '', ...(beyond === undefined ? {} : { beyond }) };
}

/** The ends of a range in order, and none of them beyond the last port. */
function portsAsked(first: string, second: string, words: string): Asked {
  const [low = 0, high = 0] = [+first, +second].sort((a, b) => a - b);
  if (high <= LAST_PORT) return { low, high, words };
  const beyond = +first === high ? first : second;
  return low > LAST_PORT ? { beyond, words } : { low, high: LAST_PORT, beyond, words };
}
