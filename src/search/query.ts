/** What was typed: a port, a range, or words that may have a port among them. */
import { ascii } from './ascii.ts';

export const LAST_PORT = 65535;

export interface Asked {
  /** The port that was named, or the ends of the range. */
  low?: number;
  high?: number;
  /** A number as it was typed that is too high to be a port. */
  beyond?: string;
  /** What is left to look up as words; empty where a number was all there was. */
  words: string;
}

const HOST_AND_PORT = /^(?!\d+:)\S*:(\d+)(?:\/\S*)?$/;
const BETWEEN = /(?<=\d|0x[\da-f]+)\s*(?:\p{Pd}|[−~:]|\.\.+|to\b)\s*(?=\d)/gu;
const BESIDE = /\b(?:ports?(?: number)?|tcp|udp|sctp|dccp)\b|[#/:]/g;
const NUMBERS = /^(0x[\da-f]+|\d+)(?:-(0x[\da-f]+|\d+))?$/;
/** A port inside a message: ':::3000', '127.0.0.1:80', 'port 22', 'tcp/53', '5432/tcp', but no time of day. */
const MENTIONED =
  /(?:(?:^|[^\d\s]|\d\.\d+\.\d+\.\d+):|\b(?:port|tcp|udp)[\s:=/#]+|\s-p\s*)(\d+)(?![.:]?\d)|\b(\d+)(?:\/(?:tcp|udp)|\s+port\b)/;

export function parseQuery(typed: string): Asked {
  const text = ascii(typed);
  const bare = text.replace(BETWEEN, '-').replace(BESIDE, ' ').trim();
  const [, host] = HOST_AND_PORT.exec(text) ?? [];
  const [, low = host, high = low] = NUMBERS.exec(bare) ?? [];
  if (low !== undefined && high !== undefined) return portsAsked(low, high, '');
  const [, after, before = after] = MENTIONED.exec(text) ?? [];
  return before === undefined ? { words: text } : portsAsked(before, before, text);
}

function portsAsked(first: string, second: string, words: string): Asked {
  const [low = 0, high = 0] = [Number(first), Number(second)].sort((a, b) => a - b);
  if (high <= LAST_PORT) return { low, high, words };
  const beyond = Number(first) === high ? first : second;
  return low === high || low > LAST_PORT
    ? { beyond, words }
    : { low, high: LAST_PORT, beyond, words };
}
