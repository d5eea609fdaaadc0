/** The ports inside a pasted command or message, the one that is meant first. */
import { anyOf } from '../../base/patterns.ts';
import { LAST_PORT } from '../../base/ranges.ts';
import { ascii } from './ascii.ts';
import { PORT_WORDS } from './port-words.ts';

export interface Mentioned {
  ports: number[];
  /** Whether something beside the digits says that they are a port. */
  sure: boolean;
}

/** Numbers that are no ports: dates, times, hardware addresses, errors, processes, versions. */
const OTHER_NUMBERS = anyOf(
  [
    /\b\d{4}[-/]\d{1,2}[-/]\d{1,2}(?=\D|$)/,
    /(?<![\w.:\]*-]|-p |-l )(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?![\d:.])/,
    /\b(?:[\da-f]{2}[:-]){5}[\da-f]{2}\b/,
    /\b(?:errno|error|pid|fd|rfc|code|status|id|ttl|len|window|kb)[\s=:#]*\(?-?\d+\)?/,
    /\bcve-\d+-\d+|\(\d+(?=[:)])|\w\[\d+\]|(?<![\d.])\d+(?:\.\d+){1,2}(?![.\d])/,
    // A hardware or IPv6 address without a port.
    /\b[\da-f]{1,4}(?::[\da-f]{0,4}){3,}\b/,
  ],
  'g',
);

const NUMBER = /(\d{1,5})(?![\w.]?\d)/.source;
const WORD = `(?:${PORT_WORDS})`;

/** A line each, the surest first; in each, the group is the port. */
const SIGNS: readonly RegExp[] = [
  // DPT=445 of a firewall, --dport 22, -Port 1433, a published port of a container.
  /(?:\b(?:dpt|dport|dstport|lport|destination port|remoteport|localport|listenport)|-port)[\s=:]+(\d{1,5})\b/,
  /\s-[pl]\s*(?:[\d.]+:)?(\d{1,5})\b/,
  new RegExp(`(?<!from \\S{1,60} )${WORD}[\\s=:#'"(]*${NUMBER}`, 'u'),
  new RegExp(String.raw`(?<![\d.:])(\d{1,5})\s*${WORD}(?!\s*\d)`, 'u'),
  /\b(?:tcp|udp|sctp)[/:](\d{1,5})\b/,
  /\b(?:[\da-f]{1,4}:){8}(\d{1,5})\b/,
  /\b(?:listen(?:s|ing)? on|bind(?:s|ing)? to|bound to)\s+(\d{1,5})\b(?![.:])/,
  /:(\d{1,5})->\d+\/(?:tcp|udp)/,
  /(?<![\d.:>])(\d{1,5})\/(?:tcp|udp|sctp)\b/,
].map((pattern) => new RegExp(pattern.source, `g${pattern.flags}`));

/** Addresses with a port: ':::3000', '[::1]:443', '127.0.0.1:80', 'db:5432', '*:22', tcpdump's 10.0.0.9.1883. */
const ADDRESSES = new RegExp(
  anyOf([
    /(?:^|[\s(['"=,/@])(?:::1?|::ffff:[\d.]+|\[[\da-f:.%a-z]*\]):(\d{1,5})\b/,
    /\b\d{1,3}(?:\.\d{1,3}){3}[:.](\d{1,5})(?![\d.])\b/,
    /(?:^|[^\d\s:]|\bdb\d|[a-z]\d):(\d{1,5})(?![.:]?\d)\b/,
    /(?:^|\s):(\d{1,5})\b/,
  ]).source,
  'g',
);

/** A host and a port behind it, or a program that is handed a bare number. */
const COMMANDS =
  /(?:^|[\s$#>])(?:nc|ncat|netcat|telnet|socat|tcping|paping|kill-port|http\.server|psping)\b/;
const BARE = /(?<![\w.:/@%-])(\d{1,5})(?![\w.:/@%-]|[.,]\d)/g;

/** Above this, systems draw the ports of outgoing connections. */
const OUTGOING = 32768;

export function portsMentioned(text: string): Mentioned {
  const plain = ascii(text).replace(/\s+/g, ' ').replace(LISTED, eachAlone);
  const told = SIGNS.flatMap((sign) => numbersIn(plain, sign));
  const rest = plain.replace(OTHER_NUMBERS, ' ');
  const addresses = numbersIn(rest, ADDRESSES).filter((port) => port > 0);
  const near = addresses.filter((port) => port < OUTGOING);
  const found = [...told, ...near, ...addresses];
  const bare = numbersIn(withoutAddresses(rest), BARE);
  if (found.length === 0 && COMMANDS.test(plain)) found.push(...bare.slice(-1));
  return { ports: [...new Set(found.length > 0 ? found : bare)], sure: found.length > 0 };
}

/** nmap's -p 22,80,443 */
const LISTED = /\s-p\s*\d+(?:,\d+)+/g;
const eachAlone = (list: string) =>
  (list.match(/\d+/g) ?? []).map((port) => ` -p ${port}`).join('');

const withoutAddresses = (text: string) => text.replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, ' ');

const numbersIn = (text: string, pattern: RegExp): number[] =>
  [...text.matchAll(pattern)]
    .map((match) => Number(match.slice(1).find((group) => group !== undefined)))
    .filter((port) => port <= LAST_PORT);
