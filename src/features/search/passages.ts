/** What the index holds of a port: names and words that tell it from others, and no sentence that every page has. */
import { knownUses } from '../../facts/atlas/known-uses.ts';
import type { PortRecord } from '../../facts/atlas/record.ts';
import type { PortPage } from '../../facts/schemas/port-page.ts';
import { mainAssignments, plainName, serviceLabels } from '../../words/prose/names.ts';
import { encodeState } from './state.ts';

/** Text with the weight that a word in it has; a name counts for more than a word of a story. */
export interface Passage {
  weight: number;
  text: string;
}

export const WEIGHTS = { name: 8, description: 4, label: 3, past: 1, page: 2 };
export const STORY_WEIGHT = 0.5;

export function passagesOf(record: PortRecord): Passage[] {
  const { assignments, labels, page, remarks, timeline } = record;
  const passages: Passage[] = [
    { weight: WEIGHTS.name, text: list(assignments.map(({ service }) => service)) },
    { weight: WEIGHTS.description, text: list(assignments.map(({ description }) => description)) },
    { weight: WEIGHTS.description, text: list(assignments.map(({ assignee }) => assignee)) },
    {
      weight: WEIGHTS.label,
      text: list(labels.filter(({ wide }) => !wide).map(({ name }) => spaced(plainName(name)))),
    },
    {
      weight: WEIGHTS.label,
      text: list(assignments.map(({ unauthorizedUse }) => unauthorizedUse)),
    },
    { weight: WEIGHTS.past, text: list(remarks) },
    {
      weight: WEIGHTS.past,
      text: list(
        timeline.flatMap(({ name, description, oldName, oldDescription }) => [
          name,
          description,
          oldName,
          oldDescription,
        ]),
      ),
    },
    ...(page ? pagePassages(page) : []),
  ];
  return withoutRepetition(passages, nameOf(record));
}

function pagePassages({ aliases, history, security, summary, uses }: PortPage): Passage[] {
  return [
    { weight: WEIGHTS.name, text: list(aliases) },
    { weight: WEIGHTS.description, text: list(uses.map(({ name }) => name)) },
    { weight: WEIGHTS.page, text: summary },
    { weight: WEIGHTS.page, text: list(uses.map(({ note }) => note)) },
    { weight: WEIGHTS.page, text: list(history.map(({ text }) => text)) },
    { weight: WEIGHTS.page, text: security.reason },
    {
      weight: WEIGHTS.page,
      text: list(security.facts.map(({ id, text }) => `${id ?? ''} ${text}`)),
    },
  ];
}

/** What to call the port where one short name has to do. */
export function nameOf(record: PortRecord): string {
  const { labels, page } = record;
  if (page) return page.title;
  const [assignment] = mainAssignments(record);
  if (assignment) return assignment.service || assignment.description;
  const [label] = serviceLabels(labels);
  return label ? plainName(label.name) : (knownUses(record)[0]?.name ?? '');
}

/** Status, and the transports on which anything is registered or found. */
export function stateOf({ assignments, labels, page, status, transports }: PortRecord): string {
  const assigned = transports.filter((entry) => entry.status === 'assigned');
  return encodeState({
    status,
    transports: [
      ...assigned.map(({ transport }) => transport),
      ...assignments.flatMap((assignment) => assignment.transports),
      ...labels.filter(({ wide }) => !wide).flatMap((label) => label.transports),
      ...(page?.uses.flatMap(({ transport }) => transport) ?? []),
    ],
  });
}

const spaced = (text: string) => text.replaceAll('_', ' ');

const list = (texts: readonly (string | undefined)[]) =>
  [...new Set(texts)].filter((text) => text !== undefined && text !== '').join(', ');

/** The old lists mostly repeat what the registry says today. */
function withoutRepetition(passages: readonly Passage[], name: string): Passage[] {
  const told = new Set([name.toLowerCase()]);
  const fresh = ({ text, weight }: Passage): Passage => ({
    weight,
    text: text
      .split(', ')
      .filter((part) => {
        const key = part.toLowerCase();
        return part !== '' && !told.has(key) && told.add(key);
      })
      .join(', '),
  });
  return passages.map(fresh).filter(({ text }) => text !== '');
}
