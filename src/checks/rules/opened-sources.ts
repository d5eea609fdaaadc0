/** What was cited without being opened may say where to read on; a number, a date or a cause it cannot carry. */
import { citedSentences } from '../cited-sentences.ts';
import type { Page } from '../page.ts';
import type { Rule } from '../rule.ts';

export const openedSources: Rule = {
  name: 'opened-sources',
  description: 'a source that was not opened (`read: certain`) carries no number, date or cause',
  check(page) {
    return page.fields.sources
      .filter(({ value }) => value.read === 'certain')
      .flatMap(({ value, path }) => {
        const claim = claimOf(page, value.key);
        if (!claim) return [];
        return [
          {
            line: page.front.lineOf([...path, 'read']),
            wrong: `'${value.key}' was not opened and carries ${claim}`,
            right: 'open it, compare, and write `read: read` with the day; or take the claim out',
            what: value.key,
          },
        ];
      });
  },
};

const CAUSE = /\b(?:because|so that|in order to|therefore|due to|caused)\b/i;

/** The first thing that this source carries and may not. */
function claimOf({ fields, body, port }: Page, key: string): string | undefined {
  if (fields.history.some(({ value }) => value.source === key)) return 'an event of the history';
  if (fields.facts.some(({ value }) => value.source === key)) return 'a security fact';
  const dated = fields.uses.some(
    ({ value }) => value.source === key && (value.since || value.until || hasNumber(value.note)),
  );
  if (dated) return 'the date or number of a use';
  const sentence = citedSentences(body.tree).find(
    ({ text, sources }) => sources.includes(key) && (hasNumber(text, port) || CAUSE.test(text)),
  );
  return sentence && `'${sentence.text.slice(0, 60)}…'`;
}

/** Names that only look like numbers, and the page's own port. */
const NAMES = /\b(?:RFC|BCP|STD|IEN|CVE|MS\d\d|IPv|IKEv|SMB|HTTP|TLS|SSL|SNMPv)[\s/-]?[\d.-]+\b/g;

function hasNumber(text: string | undefined, port?: number): boolean {
  const rest = (text ?? '')
    .replace(NAMES, '')
    .replaceAll(new RegExp(`\\b${port ?? 'x'}\\b`, 'g'), '');
  return /\d/.test(rest);
}
