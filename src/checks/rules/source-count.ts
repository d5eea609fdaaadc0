/** One source may be wrong, and the registry says only what it registered. */
import type { Problem, Rule } from '../rule.ts';

const REGISTRY = /(^|\.)iana\.org$/;
/** May confirm, but anyone may have written it: cite what it cites. */
const ENCYCLOPEDIA = /(^|\.)wikipedia\.org$/;

export const sourceCount: Rule = {
  name: 'source-count',
  description:
    'two sources beside the registry, three where security facts are told; none of them Wikipedia',
  check({ front, fields }) {
    const problems: Problem[] = fields.sources
      .filter(({ value }) => ENCYCLOPEDIA.test(hostOf(value.url)))
      .map(({ value, path }) => ({
        line: front.lineOf([...path, 'url']),
        wrong: `'${value.key}' is Wikipedia`,
        right: 'cite what the article itself relies on',
      }));
    // Counted by what the file lists, so that a source with a wrong date is not also a missing one.
    const outside =
      fields.sourceKeys.length -
      fields.sources.filter(({ value }) => REGISTRY.test(hostOf(value.url))).length;
    const needed = fields.facts.length > 0 ? 3 : 2;
    // Fewer than two in all is the schema's to say.
    if (outside < needed && fields.sourceKeys.length >= 2) {
      problems.push({
        line: front.lineOf(['sources']),
        wrong: `${outside} ${outside === 1 ? 'source' : 'sources'} beside the registry`,
        right:
          fields.facts.length > 0 ? 'a page with security facts needs three' : 'a page needs two',
      });
    }
    return problems;
  },
};

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? '';
}
