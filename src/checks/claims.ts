/**
 * Sentences that say whether this port is registered. Few forms are matched, so that what is found
 * is meant; a sentence that names another port, or sets a condition, is left alone. A claim is about:
 *
 *   absent   'is unassigned', 'is still not registered', 'remains unregistered', 'this unassigned
 *            port', 'no registered service', at the head of a clause 'unassigned by IANA'
 *   never    'was never registered', 'has never been assigned', at the head of a clause 'never
 *            registered'; but not 'the vendor never registered it', which says nothing of others
 *   present  'port 3330 is registered', 'this number has been assigned': with the number before it
 *   unknown  'no known malware', 'no known assignment': what the record or the page would know
 *
 * 'was unassigned', 'had been registered' tell of the past, and are not matched.
 */
import { portMentions } from '../facts/atlas/port-mentions.ts';

export interface Claim {
  kind: 'absent' | 'never' | 'present' | 'unknown';
  quote: string;
  offset: number;
  /** The transports that its clause names; all of them where it names none. */
  transports: string[];
  /** For 'unknown': what is said not to be known. */
  thing: string;
}

const GAP =
  '(?:(?:still|now|today|also|both|currently|officially|formally|simply|indeed|itself)\\s+)*';
const IS = `(?:is|are|remains?|stays?|has\\s+been|have\\s+been)\\s+${GAP}`;
const NOT = `(?:unassigned|unregistered|not\\s+${GAP}(?:assigned|registered)(?!\\s+to\\b))\\b`;
const HEAD = '(?:^|[,;:(–—]\\s*(?:and\\s+|but\\s+)?)';
const PATTERNS: [Claim['kind'], RegExp][] = [
  ['absent', new RegExp(`\\b${IS}${NOT}`, 'gi')],
  ['absent', new RegExp(`(?<=${HEAD})${NOT}`, 'gi')],
  ['absent', /\bthis\s+(?:unassigned|unregistered)\s+(?:port|number)\b/gi],
  ['absent', /\bno\s+(?:registered|assigned)\s+(?:service|name|owner|holder|use|purpose)\b/gi],
  [
    'never',
    new RegExp(
      `(?:\\b(?:has|have|was|were|is|are)\\s+|(?<=${HEAD}))` +
        `never\\s+${GAP}(?:been\\s+)?${GAP}(?:registered|assigned)\\b`,
      'gi',
    ),
  ],
  ['present', new RegExp(`\\b${IS}(?:registered|assigned)\\b`, 'gi')],
];
const UNKNOWN_THINGS = [
  ...['assignment', 'registration', 'owner', 'service', 'software', 'program', 'programme'],
  ...['application', 'product', 'implementation', 'use', 'malware', 'trojan', 'worm', 'backdoor'],
  ...['virus', 'cve', 'vulnerabilit(?=y|ies)'],
];
const UNKNOWN = new RegExp(
  String.raw`\bno\s+known\s+(?:(?:public|official|legitimate|current|other)\s+)?` +
    `(${UNKNOWN_THINGS.join('|')})`,
  'gi',
);
/** Between the number and the verb: 'port 3330 on TCP is registered'. */
const NEAR = /^[^,;:]{0,40}$/;

export function claimsIn(text: string, port: number): Claim[] {
  return sentencesOf(text).flatMap(({ sentence, start }) => {
    if (/\b(?:if|whether|unless)\b/i.test(sentence)) return [];
    if (portMentions(sentence).some((mention) => mention.port !== port)) return [];
    const claim = (kind: Claim['kind'], match: RegExpExecArray): Claim => ({
      kind,
      quote: match[0].replace(/\s+/g, ' '),
      offset: start + match.index,
      transports: transportsIn(clauseAround(sentence, match.index)),
      thing: (match[1] ?? '').toLowerCase(),
    });
    const unknown = [...sentence.matchAll(UNKNOWN)].map((match) => claim('unknown', match));
    const own = [...sentence.matchAll(ownNames(port))].map(
      (match) => match.index + match[0].length,
    );
    if (own.length === 0) return unknown;
    const status = PATTERNS.flatMap(([kind, pattern]) =>
      [...sentence.matchAll(pattern)]
        .filter(
          (match) =>
            kind !== 'present' ||
            own.some((end) => end <= match.index && NEAR.test(sentence.slice(end, match.index))),
        )
        .map((match) => claim(kind, match)),
    );
    return [...unknown, ...status];
  });
}

/** 'this port', 'the number', and the number itself. */
function ownNames(port: number): RegExp {
  return new RegExp(
    '\\b(?:this|the)\\s+(?:un(?:assigned|registered)\\s+)?(?:port|number)\\b(?!\\s+\\d)|' +
      `(?<![\\d.,])${port}(?![\\d]|[.,]\\d)(?:\\/(?:tcp|udp|sctp|dccp)\\b)?`,
    'gi',
  );
}

function sentencesOf(text: string): { sentence: string; start: number }[] {
  const found: { sentence: string; start: number }[] = [];
  for (const match of text.matchAll(/\S[\s\S]*?(?:[.!?|](?=\s)|$)/g))
    found.push({ sentence: match[0], start: match.index });
  return found;
}

function clauseAround(sentence: string, at: number): string {
  const before = Math.max(
    ...[',', ';', ':', '('].map((mark) => sentence.lastIndexOf(mark, at - 1)),
  );
  const after = sentence.slice(at).search(/[,;:)]/);
  return sentence.slice(before + 1, after < 0 ? undefined : at + after);
}

function transportsIn(clause: string): string[] {
  return [
    ...new Set(
      [...clause.matchAll(/\b(?:tcp|udp|sctp|dccp)\b/gi)].map(([name]) => name.toLowerCase()),
    ),
  ];
}
