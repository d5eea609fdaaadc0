/**
 * A port's record again, from the document that /3330.json is: the page in another language is made of
 * it. What only the English page shows of an author's work (the story, the questions, the sources) is
 * not in it.
 */
import type {
  Label,
  PortRecord,
  SourceIndex,
  TimelineEvent,
  When,
} from '../../facts/atlas/record.ts';
import type { PortJson } from '../../facts/schemas/port-json.ts';

export function recordOfJson(json: PortJson, sources: SourceIndex): PortRecord {
  const { amplification, attacks, devices, exposure, games, malware, nearby, page } = json;
  const { port, programs, range, remarks, rfcs, status, vendorServices, verdict, watched } = json;
  return {
    ...{ port, range, status, programs, games, devices, vendorServices, attacks, malware },
    ...{ watched, amplification, rfcs, exposure },
    transports: json.transports,
    assignments: json.assignments,
    remarks: remarks.map(({ text }) => text),
    timeline: json.history.filter(({ kind }) => kind !== 'told').map(eventOf),
    labels: json.labels.map((label) => labelOf(label, sources)),
    platform: platformOf(json.platform),
    documented: true,
    previousDocumented: nearby.previous,
    nextDocumented: nearby.next,
    nearestFree: nearby.free,
    verdict,
    sources: json.sources.filter(({ kind }) => kind === 'table').map(({ id }) => id),
    page: page && pageOf(page, json.history),
    mentions: json.mentions.map((mention) => ({
      ...mention,
      facts: mention.facts.map(({ cited, ...fact }) => ({ ...fact, source: cited })),
    })),
    // What the document names more shortly, such as an author's source, the page uses no more of.
  } as object as PortRecord;
}

function labelOf(label: PortJson['labels'][number], sources: SourceIndex): Label {
  const { kind, short: list } = sources.get(label.source) ?? {};
  return { ...label, list, kind } as Label;
}

function eventOf({ after, date, precision, text: _, ...event }: PortJson['history'][number]) {
  const when = (precision === 'between' ? { precision, after, date } : { precision, date }) as When;
  return { ...event, when } as TimelineEvent;
}

function platformOf({ browsers, ephemeral, privileged }: PortJson['platform']) {
  return {
    privileged: privileged.value,
    ephemeral: ephemeral.filter(({ current }) => current),
    ephemeralOther: ephemeral.filter(({ current }) => !current),
    browsers,
  };
}

/** The document has another id for a source whose key is the id of a table; the page has the key. */
const keyOf = (id: string) => id.replace(/-cited$/, '');

function pageOf(page: NonNullable<PortJson['page']>, history: PortJson['history']) {
  const cited = <Fact extends { source?: string | undefined }>(fact: Fact): Fact =>
    fact.source === undefined ? fact : { ...fact, source: keyOf(fact.source) };
  return {
    ...page,
    uses: page.uses.map(cited),
    security: { ...cited(page.security), facts: page.security.facts.map(cited) },
    checks: page.checks.map(cited),
    history: history.filter(({ kind }) => kind === 'told').map(cited),
    faq: [],
    sources: [],
    topics: [],
  };
}
