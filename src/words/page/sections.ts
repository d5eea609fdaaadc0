/** The generated parts of a port's page, in their order; the story, the questions and the chart stand between. */
import { type Html, html } from '../../base/html.ts';
import type { PortRecord, SourceIndex } from '../../facts/atlas/record.ts';
import type { Speaker } from '../messages/speaker.ts';
import { securityOf } from '../port/security.ts';
import { citationsOf } from '../prose/source-list.ts';
import { answerHtml } from './answer.ts';
import { checkHtml } from './check.ts';
import { historyHtml } from './history.ts';
import { listsHtml } from './lists.ts';
import { securityHtml } from './security.ts';
import { sourcesHtml } from './sources.ts';
import { useItHtml } from './use-it.ts';
import { usesHtml } from './uses.ts';
import type { PageView } from './view.ts';

/** What the parts are made of, each thing found once. */
export function viewOf(record: PortRecord, sources: SourceIndex, speaker: Speaker): PageView {
  const security = securityOf(record, sources);
  return { record, sources, speaker, security, citations: citationsOf(record, sources, security) };
}

export interface Sections {
  answer: string;
  facts: string;
  sources: string;
}

export function sectionsOf(view: PageView): Sections {
  const facts: (Html | '')[] = [
    usesHtml(view),
    listsHtml(view),
    historyHtml(view),
    securityHtml(view),
    checkHtml(view),
    useItHtml(view),
  ];
  return {
    answer: `${html`<header id="status">${answerHtml(view)}</header>`}`,
    facts: facts.join('\n'),
    sources: `${sourcesHtml(view)}`,
  };
}
