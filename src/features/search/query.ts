/** What was typed: a port, a range, or words. In the script of every page, so no longer than it must be. */
import { LAST_PORT } from '../../base/ranges.ts';
import { ascii } from './ascii.ts';

export interface Asked {
  /** The port that was named, or the ends of the range. */
  low?: number;
  high?: number;
  /** A number as it was typed that is too high to be a port. */
  beyond?: string;
  /** What is left to look up as words; empty where a number was all there was. */
  words: string;
}

/** Without a space anywhere, which is looked at first: else each colon would be tried to the end. */
const HOST_AND_PORT = /^(?!\d+:)(?=\S*$)\S*:(\d+)(\/\S*)?$/;
const BETWEEN = /(?<=[\da-f])\s*(\p{Pd}|[−~:]|\.\.+|to)\s*(?=\d)/gu;
const BESIDE = /\bports?( number)?\b|\b(tc|ud|sct|dcc)p\b|[#/:]/g;
const NUMBERS = /^(0x[\da-f]+|\d+)(?:-(0x[\da-f]+|\d+))?$/;

export function parseQuery(typed: string): Asked {
  const text = ascii(typed);
  const host = HOST_AND_PORT.exec(text)?.[1];
  const [, low = '', high = low] =
    NUMBERS.exec(host ?? text.replace(BETWEEN, '-').replace(BESIDE, ' ').trim()) ?? [];
  return low ? portsAsked(low, high, '') : { words: text };
}

/** The ends of a range in order, and none of them beyond the last port. */
export function portsAsked(first: string, second: string, words: string): Asked {
  const [low = 0, high = 0] = [+first, +second].sort((a, b) => a - b);
  if (high <= LAST_PORT) return { low, high, words };
  const beyond = +first === high ? first : second;
  return low > LAST_PORT ? { beyond, words } : { low, high: LAST_PORT, beyond, words };
}
