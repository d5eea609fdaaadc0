/** A page that is rewritten from day to day says how things are, and nothing of when they came about. */
import type { PortPage } from '../../facts/schemas/port-page.ts';
import type { Rule } from '../rule.ts';

/** Registries, wikis, and documentation of whatever version is newest. */
/** What is only added to, each entry under its date. */
const DATED = /change|history|news|release|advisor|security|CVE-/i;
const LIVING =
  /(?:^|\.)iana\.org\/|\/wiki\/|(?:^|\.)wiki\.|\/(?:latest|stable|current|trunk|master|main)\//;

export const livingSources: Rule = {
  name: 'living-sources',
  description: 'an event of the history cites an edition with a date, and no page that changes',
  check({ front, fields }) {
    const living = new Set(
      fields.sources.filter(({ value }) => isLiving(value)).map(({ value }) => value.key),
    );
    return fields.history
      .filter(({ value }) => living.has(value.source))
      .map(({ value, path }) => ({
        line: front.lineOf([...path, 'source']),
        wrong: `'${value.source}' changes from day to day and cannot carry the date ${value.date}`,
        right: 'cite the edition that first had it, with its `date`, or the change itself',
        what: value.date,
      }));
  },
};

function isLiving({ url, title, date }: PortPage['sources'][number]): boolean {
  const changes = LIVING.test(url.replace(/^https?:\/\//, ''));
  return changes && !date && !DATED.test(`${url} ${title}`);
}
