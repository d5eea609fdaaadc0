/**
 * What is reported against a port, the gravest first: exploited vulnerabilities, tools that try it,
 * malware, amplification, and who watches it. Each line says no more than its source does.
 */
import type { PortRecord, SourceIndex } from '../../facts/atlas/record.ts';
import { inEnglish, name, said } from '../messages/said.ts';
import { backdoorLabels, decoyLabels } from '../prose/names.ts';
import { exploitedLines, toolLines } from './attacks.ts';
import { amplificationLines, exposureLines, watcherLines } from './exposed.ts';
import { labelLines } from './label-lines.ts';
import { malwareLines } from './malware.ts';
import type { SecurityLine } from './security-line.ts';

/** How many lines of each kind a page bears; beside what an author found, the tables add little. */
const MOST = { exploited: 3, tools: 4, malware: 3, exposed: 4 };
const MOST_BESIDE_AUTHOR = { exploited: 2, tools: 1, malware: 0, exposed: 1 };
/** An author with so many facts of his own has told the gravest. */
const MANY_FACTS = 4;
const NONE = { exploited: 0, tools: 0, malware: 0, exposed: 0 };

export function securityOf(record: PortRecord, sources: SourceIndex): SecurityLine[] {
  const most = mostFor(record);
  const groups = {
    exploited: exploitedLines(record),
    tools: toolLines(record),
    malware: malwareLines(record, sources),
    exposed: [
      ...amplificationLines(record),
      ...watcherLines(record, sources),
      ...exposureLines(record),
    ],
  };
  const shown = (kind: keyof typeof groups) => groups[kind].slice(0, most[kind]);
  const told = Object.keys(groups).flatMap((kind) => shown(kind as keyof typeof groups));
  const all = Object.values(groups).flat();
  const more = all.length - told.length;
  return [
    ...told,
    ...labelLines(record),
    ...registryLines(record),
    ...(more > 0 ? [{ line: said('security.more', { count: more }), source: '' }] : []),
  ];
}

function mostFor({ page }: PortRecord) {
  if (!page) return MOST;
  return page.security.facts.length < MANY_FACTS ? MOST_BESIDE_AUTHOR : NONE;
}

/** Whether the section reports anything; the questions say so too, and a test holds the two together. */
export function isReported(record: PortRecord): boolean {
  const {
    amplification,
    assignments,
    attacks,
    exposure,
    labels,
    malware,
    mentions,
    page,
    watched,
  } = record;
  const told = mentions.some(({ facts }) => facts.some(({ kind }) => kind !== 'history'));
  return (
    told ||
    (page?.security.facts.length ?? 0) > 0 ||
    attacks.length + amplification.length + exposure.length > 0 ||
    [...malware, ...watched].some(({ wide }) => !wide) ||
    backdoorLabels(labels).length + decoyLabels(labels).length > 0 ||
    assignments.some(({ unauthorizedUse }) => unauthorizedUse)
  );
}

/** An undocumented port needs no section to say that there is nothing. */
export const hasSecurity = ({ documented }: PortRecord): boolean => documented;

function registryLines({ assignments }: PortRecord): SecurityLine[] {
  return assignments.flatMap(({ service, unauthorizedUse }) =>
    unauthorizedUse
      ? [
          {
            line: said('security.registryNotes', {
              service: name(service),
              remark: inEnglish(unauthorizedUse),
            }),
            source: 'iana',
          },
        ]
      : [],
  );
}
