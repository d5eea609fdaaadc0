/** What the questions need to know of a port, taken from its record. */
import { establishedUses, reportedUses } from '../../facts/atlas/known-uses.ts';
import type { PortRecord } from '../../facts/atlas/record.ts';
import { transportsInUse } from '../../facts/atlas/transports-in-use.ts';
import { COMMON_SYSTEMS } from '../../facts/atlas/verdict-rules.ts';
import { LABEL_KINDS } from '../../facts/registry/source-kinds.ts';
import { commandTransports } from '../commands/commands.ts';
import { unregisteredNames } from '../port/listed.ts';
import { isReported } from '../port/security.ts';
import { untoldUses } from '../port/untold-uses.ts';
import { backdoorLabels, lastOwner, mainAssignments, withdrawal } from '../prose/names.ts';
import { FAQ_REASONS, type FaqFacts } from './faq-facts.ts';

const MOST_NAMES = 4;
export function faqFacts(record: PortRecord): FaqFacts {
  const { labels, page, platform, port, status, transports, verdict } = record;
  const assigned = mainAssignments(record);
  const names = unregisteredNames(record);
  const used = usedBy(record);
  const inUse = transportsInUse(record).map((transport) => transport.toUpperCase());
  const exposure = page?.security.exposure;
  const watchers = [...new Set(backdoorLabels(labels).map(({ list }) => list))];
  const lenders = platform.ephemeral
    .map(({ system }) => system)
    .filter((system) => COMMON_SYSTEMS.includes(system));
  // A tool that also gives IANA's name has no other name for the port.
  const agrees = (tool: string) =>
    labels.some(({ agreement, source }) => source === tool && agreement === 'same');
  const label = labels.find(
    ({ agreement, kind, source, wide }) =>
      agreement === 'different' && !wide && LABEL_KINDS[kind].inOutput && !agrees(source),
  );
  const registered = assigned.find((entry) => entry.registered)?.registered;
  const [only, another] = commandTransports(record);
  const optional = {
    unstated:
      status === 'assigned' && transports.every(({ unstated }) => unstated)
        ? (true as const)
        : undefined,
    only: another ? undefined : only,
    registered,
    names: names.length > 0 ? names.slice(0, MOST_NAMES) : undefined,
    used: used.length > 0 ? used.slice(0, MOST_NAMES) : undefined,
    inUse: used.length > 0 && inUse.length > 0 ? inUse : undefined,
    hinted: isHinted(record) ? (true as const) : undefined,
    reported: isReported(record) ? (true as const) : undefined,
    exposure: exposure && exposure !== 'unknown' ? exposure : undefined,
    watchers: watchers.length > 0 ? watchers : undefined,
    better: verdict.better[0],
    fineAtHome: verdict.own === 'good' && verdict.level !== 'good' ? (true as const) : undefined,
    lenders: lenders.length > 0 ? lenders : undefined,
    refused: Object.values(platform.browsers).includes('refused') ? (true as const) : undefined,
    label: label && { tool: label.list, name: label.name },
    withdrawn: withdrawnFacts(record),
  };
  return {
    port,
    status,
    services: [...new Set(assigned.map(({ service, description }) => service || description))],
    transports: transports
      .filter((entry) => entry.status === 'assigned' && !entry.unstated)
      .map(({ transport }) => transport.toUpperCase()),
    level: verdict.level,
    reasons: FAQ_REASONS.filter((id) => verdict.reasons.some((reason) => reason.id === id)),
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as Partial<FaqFacts>),
  };
}

/** Those that an author has found, then those of the tables. */
function usedBy(record: PortRecord): string[] {
  const authored = record.page?.uses.filter(({ kind }) => kind !== 'malware') ?? [];
  const all = [...authored, ...untoldUses(record, establishedUses(record))].map(({ name }) => name);
  return [...new Set(all)];
}

/** What is too little for 'used by default' and too much for 'we have no record'. */
const isHinted = (record: PortRecord) =>
  reportedUses(record).length > 0 ||
  record.page?.uses.some(({ kind }) => kind === 'malware') === true ||
  record.mentions.some(({ reason }) => reason !== undefined);

/** Only for a port that is marked as withdrawn, or reserved after it had an owner. */
function withdrawnFacts(record: PortRecord): FaqFacts['withdrawn'] {
  const owner = lastOwner(record);
  const gone =
    record.status === 'de-registered' || (record.status === 'reserved' && owner !== undefined);
  if (!gone) return undefined;
  const when = withdrawal(record)?.when;
  return {
    ...(when?.precision === 'on' && { date: when.date }),
    ...(owner && { before: owner.name }),
  };
}
