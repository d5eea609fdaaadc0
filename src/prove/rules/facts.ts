import type { Status } from '../../base/statuses.ts';
import { english } from '../../words/messages/english.ts';
import { said } from '../../words/messages/said.ts';
import { STATUS_WORDS } from '../../words/port/status.ts';
import { verdictAnswer } from '../../words/port/verdict.ts';
import type { Page } from '../page.ts';
import { childrenOf, type Element, textOf } from '../read/element.ts';
import type { Rule } from '../rule.ts';
import type { Expected } from '../site.ts';

export const facts: Rule = {
  name: 'facts',
  right: 'What a page says of status and verdict is what /ports.json says.',
  look: (page, say, site) => {
    if (page.port === undefined) return;
    const expected = site.expected(page.port);
    const statuses = statusesOn(page).join(', ');
    const wanted = statusesOf(expected).join(', ');
    if (statuses !== wanted) say(statuses || 'no status', wanted);
    const verdicts = answersTo(expected);
    const told = page
      .named('p')
      .filter(({ attributes }) => attributes.class === 'may')
      .map(textOf);
    if (told.length !== 1 || !verdicts.some((verdict) => told[0]?.includes(verdict)))
      say(told.join(' | '), verdicts[0]);
  },
};

const statusesOf = ({ transports }: Expected): string[] =>
  Object.entries(transports).map(
    ([transport, { status }]) => `${transport.toUpperCase()} ${wordsFor(status)}`,
  );

const words = new Map<string, string>();
const wordsFor = (status: Status): string =>
  words.getOrInsertComputed(status, () => english().text(said(STATUS_WORDS[status])));
/** With its question, which names the case where the answer on one's own machine is another. */
const answersTo = ({ verdict: level }: Expected): string[] =>
  (['use.short', 'use.publish'] as const).map((id) =>
    words.getOrInsertComputed(`${id} ${level}`, () =>
      english().paragraph([said(id), verdictAnswer({ verdict: { level } })]),
    ),
  );

/** 'TCP Assigned', 'UDP Reserved' and so on. */
function statusesOn(page: Page): string[] {
  return page
    .named('dl')
    .filter(({ attributes }) => attributes.class === 'transports')
    .flatMap(childrenOf)
    .map((entry) => {
      const [term, description] = childrenOf(entry);
      return [term, description && markIn(description)]
        .map((element) => (element ? textOf(element) : ''))
        .join(' ');
    });
}

const markIn = (description: Element): Element | undefined =>
  childrenOf(description).find(({ attributes }) => attributes.class?.startsWith('st '));
