/** Assignees of the registry that are organisations and not people, under the name that one would type. */
import { anyOf } from '../../base/patterns.ts';

/** The words that end a company's name and that nobody types. */
const LEGAL_WORDS = [
  ...['inc', 'incorporated', 'corp', 'corporation', 'co', 'company', 'ltd', 'limited', 'llc'],
  ...[String.raw`l\.l\.c`, 'plc', String.raw`gmbh(?: & co\.? kg)?`, 'ag', 'kg', String.raw`s\.?a`],
  ...[String.raw`s\.?l`, String.raw`s\.?p\.?a`, String.raw`b\.?v`, String.raw`n\.?v`, 'a/s', 'ab'],
  ...['oy', 'se', 'pty', 'pte', 'pvt', String.raw`e\.?v`, String.raw`k\.?k`],
];
const LEGAL = new RegExp(String.raw`[,\s]+(?:${LEGAL_WORDS.join('|')})\.?$`, 'i');

/** What only an organisation has in its name. */
const TELLING = anyOf(
  [
    /\b(?:systems?|software|technolog(?:y|ies)|networks?|communications?|solutions|electronics)\b/,
    /\b(?:foundation|alliance|association|university|institute|consortium|project|group|team)\b/,
    /\b(?:labs?|laborator(?:y|ies)|research|computers?|computing|microsystems|international)\b/,
    /\b(?:industries|forum|organi[sz]ation|data|security|media|digital|online|games?)\b/,
  ],
  'i',
);

export function organisationOf(assignee: string | undefined): string | undefined {
  if (!assignee) return undefined;
  let name = assignee.trim();
  let legal = false;
  while (LEGAL.test(name)) {
    name = name.replace(LEGAL, '');
    legal = true;
  }
  const oneWord = /^[^\s,]{2,}$/.test(name);
  return legal || oneWord || TELLING.test(name) ? name : undefined;
}
