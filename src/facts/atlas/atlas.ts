/** The atlas: opened once, then asked what is known of a port. No I/O but the loader's, no clock, no Astro. */
import { compareTransports } from '../../base/port-range.ts';
import { FIRST_USER_PORT, LAST_PORT, PORT_COUNT, rangeOf } from '../../base/ranges.ts';
import type { ServiceRow } from '../schemas/registry.ts';
import { assignmentsOf } from './assignments.ts';
import { type AuthoredPage, authoredMentions } from './authored-mentions.ts';
import { type Found, findName, nameIndex } from './find.ts';
import { freePorts, goodPorts, testsFrom } from './free.ts';
import { labelsOf, soleRows } from './labels.ts';
import { loadPages, loadTables, type Tables } from './load.ts';
import { lowerBound } from './nearest.ts';
import { servesItsService, serviceNames } from './own-service.ts';
import { platformOf } from './platform.ts';
import type { PortRecord, SourceIndex, Status, TransportRecord } from './record.ts';
import { remarksOf, saysSomething } from './remarks.ts';
import { sourcesOf } from './sources-of.ts';
import { SpanIndex } from './span-index.ts';
import { rowsFor, statusOf } from './status.ts';
import { choices } from './suggest.ts';
import { factRows, portsOf, tableFacts, useRows } from './table-facts.ts';
import { timelineOf } from './timeline.ts';
import { judge } from './verdict.ts';
import { COMMON_SYSTEMS } from './verdict-rules.ts';
import { isSweeping, isWide } from './wide.ts';

export interface Atlas {
  port(port: number): PortRecord;
  find(name: string): Found[];
  /** The ports of which any source or a page says something, in order. */
  documented(): readonly number[];
  /** The ports that no source lists, in order. */
  free(): readonly number[];
  /** The overall status of every port, by number. */
  statuses(): readonly Status[];
  /** The ports that somebody wrote a page about. */
  authored(): ReadonlySet<number>;
  sources: SourceIndex;
  tables: Tables;
}

export function openAtlas(
  tables: Tables = loadTables(),
  pages: readonly AuthoredPage[] = loadPages(),
): Atlas {
  const rows = new SpanIndex(tables.services);
  const labels = new SpanIndex(tables.labels);
  const changes = new SpanIndex(tables.changes);
  const printed = new SpanIndex(tables.printed);
  const people = new Map(tables.people.map(({ id, name }) => [id, name]));
  const browsers = new Map(tables.browsers.map((row) => [Number(row.port), row]));
  const pageOf = new Map(pages.map((page) => [page.port, page]));
  const authored: ReadonlySet<number> = new Set(pageOf.keys());
  const mentions = authoredMentions(pages);
  const factsFromTables = tableFacts(tables);
  const uses = useRows(tables);
  const told = portsOf([...uses, ...factRows(tables)].filter((row) => !isWide(row)));
  const sources: SourceIndex = new Map(tables.sources.map((source) => [source.id, source]));
  const order = tables.sources.map(({ id }) => id);

  const statuses = statusesOf(rows);
  const sole = soleRows(tables.labels);
  const narrow = new Set(tables.labels.filter((label) => !isWide(label)));
  const documented = Array.from({ length: PORT_COUNT }, (_, port) => port).filter(
    (port) =>
      rows.at(port).some((row) => saysSomething(port, row)) ||
      labels.at(port).some((label) => narrow.has(label)) ||
      changes.at(port).length > 0 ||
      printed.at(port).length > 0 ||
      browsers.has(port) ||
      pageOf.has(port) ||
      mentions.has(port) ||
      told.has(port),
  );
  const free = freePorts(documented, takenWhole(tables));
  const good = goodPorts(testsFrom(free, tables, COMMON_SYSTEMS));
  let names: ReturnType<typeof nameIndex> | undefined;
  const find = (name: string) => {
    names ??= nameIndex(tables, pages);
    return findName(names, name);
  };

  /** The services that a port is in use for, where it is. */
  function serviceAt(number: number): string[] | undefined {
    if (number < FIRST_USER_PORT) return undefined;
    const assignments = assignmentsOf(number, rows.at(number), people);
    const facts = {
      assignments,
      labels: labelsOf(labels.at(number), assignments),
      ...factsFromTables(number),
      page: pageOf.get(number),
    };
    return servesItsService(facts) ? serviceNames(facts) : undefined;
  }

  function port(number: number): PortRecord {
    if (!Number.isInteger(number) || number < 0 || number >= PORT_COUNT) {
      throw new RangeError(
        `${number} is no port: ports are the whole numbers from 0 to ${LAST_PORT}`,
      );
    }
    const own = rows.at(number);
    const assignments = assignmentsOf(number, own, people);
    const at = lowerBound(documented, number);
    const isDocumented = documented[at] === number;
    const past = { rows: own, changes: changes.at(number), printed: printed.at(number) };
    const facts = {
      port: number,
      range: rangeOf(number),
      status: statuses[number] as Status,
      transports: transportsOf(number, own),
      assignments,
      remarks: remarksOf(number, own, people),
      timeline: timelineOf(past),
      labels: labelsOf(labels.at(number), assignments, { order, sole }),
      ...factsFromTables(number),
      platform: platformOf(number, { ephemeral: tables.ephemeral, browsers }),
      documented: isDocumented,
      previousDocumented: documented[at - 1],
      nextDocumented: documented[isDocumented ? at + 1 : at],
      page: pageOf.get(number),
      mentions: mentions.get(number) ?? [],
    };
    const before = isDocumented ? serviceAt(number - 1) : undefined;
    const verdict = judge({ ...facts, ...(before && { before }) });
    const { better, nearestFree } = choices(verdict.level, number, { free, good });
    return {
      ...facts,
      nearestFree,
      verdict: { ...verdict, better },
      sources: sourcesOf(facts),
    };
  }

  return {
    port,
    find,
    documented: () => documented,
    free: () => free,
    statuses: () => statuses,
    authored: () => authored,
    sources,
    tables,
  };
}

/** Ranges in which no port is free: all but those so wide that they take none of them. */
const takenWhole = ({ devices, games, labels, programs, vendorServices }: Tables) => [
  ...[...labels, ...games].filter((row) => !isSweeping(row)),
  ...[...programs, ...devices, ...vendorServices],
];

/** The overall status of every port: that of all its rows together. Ports that share their rows share it. */
function statusesOf(rows: SpanIndex<ServiceRow>): Status[] {
  const known = new Map<readonly ServiceRow[], Status>();
  return Array.from({ length: PORT_COUNT }, (_, port) => {
    const own = rows.at(port);
    if (own.length === 0) return statusOf(port, own);
    return known.getOrInsertComputed(own, () => statusOf(port, own));
  });
}

/** TCP and UDP always, others where a row names them. */
function transportsOf(port: number, rows: readonly ServiceRow[]): TransportRecord[] {
  const named = rows.map(({ transport }) => transport).filter((transport) => transport !== '');
  return [...new Set(['tcp', 'udp', ...named])].sort(compareTransports).map((transport) => {
    const counting = rowsFor(transport, rows);
    return {
      transport,
      status: statusOf(port, counting),
      services: assignmentsOf(port, counting, NOBODY)
        .map(({ service }) => service)
        .filter((name) => name !== ''),
      unstated: counting.length > 0 && counting.every((row) => row.transport === ''),
    };
  });
}

const NOBODY: ReadonlyMap<string, string> = new Map();
