/** What the index is made of, from the records of the documented ports and the texts that people wrote. */
import type { PortRecord } from '../../facts/atlas/record.ts';
import { groupHtml, groupsOf, pageHtml, type Section, sectionHtml } from './groups.ts';
import { nameOf, type Passage, passagesOf, STORY_WEIGHT, stateOf } from './passages.ts';
import { storyParts } from './story-text.ts';

/** The text of a port's story, where it has one. */
export type StoryOf = (port: number) => string | undefined;

export function indexPages(records: Iterable<PortRecord>, storyOf: StoryOf): string[] {
  const sections: Section[] = [];
  const told = new Set<string>();
  for (const record of records) {
    const facts = {
      port: record.port,
      name: nameOf(record),
      state: stateOf(record),
      authored: record.page !== undefined,
    };
    const passages = passagesOf(record);
    // The 64 ports of X11 are found by the first of them.
    const text = JSON.stringify([facts.name, passages]);
    if (told.has(text)) continue;
    told.add(text);
    sections.push({ ...facts, passages });
    const story = storyOf(record.port);
    for (const part of story ? storyParts(story) : [])
      sections.push({ ...facts, passages: [storyPassage(part)] });
  }
  return groupsOf(sections).map(groupHtml);
}

export interface Guide {
  slug: string;
  title: string;
  text: string;
}

export function guidePages(guides: readonly Guide[]): string[] {
  return guides.flatMap(({ slug, text, title }) =>
    storyParts(text).map((part) => pageHtml([], [sectionHtml(slug, title, [storyPassage(part)])])),
  );
}

const storyPassage = (text: string): Passage => ({ weight: STORY_WEIGHT, text });
