/**
 * The generated part of a port's page, all of it: what stands before and behind an author's story. The
 * build makes it in English for every port, and in other languages for the ports that are looked up most.
 */
import { html } from '../../base/html.ts';
import { answerHtml } from './answer.ts';
import { checkHtml } from './check.ts';
import { contentsHtml } from './contents.ts';
import { crumbsHtml } from './crumbs.ts';
import { type FeedbackPlace, feedbackHtml } from './feedback.ts';
import { type GuideLink, guidesHtml } from './guides.ts';
import { historyHtml } from './history.ts';
import { listsHtml } from './lists.ts';
import { type Neighbourhood, nearbyHtml } from './nearby.ts';
import { questionsHtml } from './questions.ts';
import { securityHtml } from './security.ts';
import { sourcesHtml } from './sources.ts';
import { useItHtml } from './use-it.ts';
import { usesHtml } from './uses.ts';
import type { PageView } from './view.ts';

/** What belongs to the place of the port on the site, and not to its record. */
export interface Surroundings {
  guides: readonly GuideLink[];
  neighbourhood: Neighbourhood;
  feedback: FeedbackPlace;
}

export interface Article {
  crumbs: string;
  /** The first screen; the story comes after it. */
  answer: string;
  rest: string;
}

export function articleOf(
  view: PageView,
  { feedback, guides, neighbourhood }: Surroundings,
): Article {
  const sections = sectionsOf(view);
  const contents = contentsHtml(view, [...sections.keys()]);
  const rest = [
    guidesHtml(guides, view),
    ...sections.values(),
    feedbackHtml(view, feedback),
    nearbyHtml(neighbourhood, view),
    sourcesHtml(view),
  ];
  return {
    crumbs: `${crumbsHtml(view)}`,
    answer: `${html`<header id="status">${answerHtml(view)}</header>${contents}`}`,
    rest: rest.join(''),
  };
}

/** The sections that are made of the record alone, by their ids, in their order. */
export function sectionsOf(view: PageView): Map<string, string> {
  const sections = {
    software: usesHtml(view),
    uses: listsHtml(view),
    history: historyHtml(view),
    security: securityHtml(view),
    check: checkHtml(view),
    'use-it': useItHtml(view),
    faq: questionsHtml(view),
  };
  return new Map(
    Object.entries(sections)
      .map(([id, section]) => [id, `${section}`] as const)
      .filter(([, section]) => section !== ''),
  );
}
