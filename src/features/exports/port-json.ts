/** A PortRecord as the document that /3330.json is: each fact with its source, each source with its licence. */

import { absolute } from '../../base/site-address.ts';
import type { PortRecord, SourceIndex, TimelineEvent } from '../../facts/atlas/record.ts';
import type { DataSource, PortJson } from '../../facts/schemas/port-json.ts';
import { PORT_JSON_VERSION } from '../../facts/schemas/port-json-version.ts';
import { english } from '../../words/messages/english.ts';
import { eventLine } from '../../words/port/history.ts';
import {
  answerOf,
  answerText,
  nameOf,
  openAdvice,
  ownText,
  reasonText,
} from '../../words/port/in-english.ts';
import { type Authored, authoredSources, OWN_LICENCE, tableSource } from './sources.ts';

const portSchemaAddress = `/schema/port-${PORT_JSON_VERSION}.json`;

export function portJson(record: PortRecord, sources: SourceIndex): PortJson {
  const { assignments, labels, port, range, remarks, status, transports, verdict } = record;
  const authored = authoredSources(record.page, sources);
  const facts = {
    $schema: absolute(portSchemaAddress),
    version: PORT_JSON_VERSION,
    port,
    url: absolute(`/${port}`),
    name: nameOf(record),
    answer: answerOf(record),
    seenOpen: openAdvice(record),
    range,
    status,
    transports: transports.map((entry) => ({ ...entry, source: 'iana' })),
    assignments: assignments.map((entry) => ({ ...entry, source: 'iana' })),
    remarks: remarks.map((text) => ({ text, source: 'iana' })),
    labels: labels.map(({ agreement, name, ports, sole, source, transports: on, wide }) => ({
      name,
      transports: on,
      ports,
      wide,
      ...(sole && { sole }),
      agreement,
      source,
    })),
    ...tableFactsOf(record),
    mentions: mentionsOf(record),
    history: historyOf(record, authored),
    platform: platformOf(record),
    verdict: {
      ...verdict,
      answers: { own: ownText(record), publish: answerText(verdict.level) },
      reasons: verdict.reasons.map((reason) => ({ ...reason, text: reasonText(reason) })),
    },
    nearby: {
      ...(record.previousDocumented === undefined ? {} : { previous: record.previousDocumented }),
      ...(record.nextDocumented === undefined ? {} : { next: record.nextDocumented }),
      free: record.nearestFree,
    },
    ...pageOf(record, authored),
  } satisfies Omit<PortJson, 'sources' | 'licence'>;
  return { ...facts, sources: sourcesIn(facts, authored, sources), licence: OWN_LICENCE };
}

/** What other pages say here rests on sources of theirs, which are named in full. */
const mentionsOf = ({ mentions }: PortRecord): PortJson['mentions'] =>
  mentions.map(({ facts, ...mention }) => ({
    ...mention,
    facts: facts.map(({ id, source: { publisher, title, url }, ...fact }) => ({
      ...fact,
      ...(id !== undefined && { id }),
      cited: { title, publisher, url },
    })),
  }));

/** As the record has them: each carries its source already. */
function tableFactsOf(record: PortRecord) {
  const { amplification, attacks, devices, exposure, games } = record;
  const { malware, programs, rfcs, vendorServices, watched } = record;
  return {
    programs,
    games,
    devices,
    vendorServices,
    attacks,
    malware,
    watched,
    amplification,
    rfcs,
    exposure,
  };
}

function historyOf({ page, timeline }: PortRecord, authored: Authored): PortJson['history'] {
  const told = (page?.history ?? []).map(({ date, source, text }) => ({
    date,
    precision: 'on' as const,
    kind: 'told' as const,
    transports: [],
    text,
    source: authored.idOf(source),
  }));
  const events = [...timeline.map(registryEvent), ...told];
  return events.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function registryEvent(event: TimelineEvent): PortJson['history'][number] {
  const { description, kind, name, oldDescription, oldName, rfc, source, transports, when } = event;
  return {
    date: when.date,
    precision: when.precision,
    ...(when.precision === 'between' ? { after: when.after } : {}),
    kind,
    transports,
    text: english().text(eventLine(event)),
    ...(name ? { name } : {}),
    ...(oldName ? { oldName } : {}),
    ...(description ? { description } : {}),
    ...(oldDescription ? { oldDescription } : {}),
    ...(rfc ? { rfc } : {}),
    source,
  };
}

function platformOf({ platform }: PortRecord): PortJson['platform'] {
  const { browsers, ephemeral, ephemeralOther, privileged } = platform;
  const lent = (current: boolean) => (range: (typeof ephemeral)[number]) => ({
    ...range,
    current,
    source: 'ephemeral',
  });
  return {
    privileged: { value: privileged, source: 'privileged' },
    ephemeral: [...ephemeral.map(lent(true)), ...ephemeralOther.map(lent(false))],
    browsers: { ...browsers, source: 'browsers' },
  };
}

function pageOf({ page }: PortRecord, { idOf }: Authored): Pick<PortJson, 'page'> {
  if (!page) return {};
  const { aliases, checks, related, security, summary, title, updated, uses } = page;
  const cited = <Fact extends { source?: string | undefined }>(fact: Fact): Fact =>
    fact.source === undefined ? fact : { ...fact, source: idOf(fact.source) };
  return {
    page: {
      title,
      summary,
      uses: uses.map(cited),
      security: { ...cited(security), facts: security.facts.map(cited) },
      checks: checks.map(cited),
      aliases,
      related,
      updated,
    },
  };
}

/** The author's sources in their order, then the tables that a fact of the document names in theirs. */
function sourcesIn(facts: object, authored: Authored, sources: SourceIndex): DataSource[] {
  const named = new Set<string>();
  collect(facts, named);
  const tables = [...sources.values()].filter(({ id }) => named.has(id));
  return [...authored.sources, ...tables.map(tableSource)];
}

function collect(value: object, named: Set<string>): void {
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'source') named.add(inner);
    else if (typeof inner === 'object') collect(inner, named);
  }
}
