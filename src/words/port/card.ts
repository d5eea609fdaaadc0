/** The answer first: what usually uses a port, then what it is registered for, each as a sentence. */

import { portAddress } from '../../base/addresses.ts';
import { establishedUses, reportedUses } from '../../facts/atlas/known-uses.ts';
import type { PortRecord } from '../../facts/atlas/record.ts';
import type { Use } from '../../facts/atlas/uses.ts';
import { date, inEnglish, link, name, names, type Said, said } from '../messages/said.ts';
import { assignmentTitle, lastOwner, mainAssignments, withdrawal } from '../prose/names.ts';
import { listedNames } from './listed.ts';
import { someNames } from './some-names.ts';

/** What fits a card. */
const MOST = 3;

/** Without an author: programs, then the registration or the status, then that we know of no program. */
export function cardOf(record: PortRecord): Said[] {
  const own = authoredLines(record);
  const programs = own.length > 0 ? own : [...programLines(record), ...listedLines(record)];
  // A page with a story says by itself how it stands to others.
  const mentions = programs.length > 0 || record.page ? [] : mentionedLines(record);
  const known = programs.length + mentions.length > 0;
  return [
    ...programs,
    ...standingLines(record, known),
    ...mentions,
    ...remarkLines(record),
    ...outgoingLines(record),
  ];
}

/** A documented port has a badge for it, and a dynamic one says it anyhow. */
function outgoingLines({ documented, platform, status }: PortRecord): Said[] {
  const systems = platform.ephemeral.map(({ system }) => system);
  return documented || status === 'dynamic' || systems.length === 0
    ? []
    : [said('card.outgoing', { systems: names(systems) })];
}

/** What the author found, for readers of a language in which the author's own summary does not stand. */
function authoredLines({ page }: PortRecord): Said[] {
  const uses = page?.uses.filter(({ kind }) => kind !== 'malware').map((use) => use.name) ?? [];
  const [first, ...others] = new Set(uses);
  return first === undefined
    ? []
    : [said('card.program', { program: name(first) }), ...tooLines(others)];
}

function programLines(record: PortRecord): Said[] {
  const [first, ...others] = establishedUses(record);
  if (first) return [mainLine(first), ...tooLines(others.map((use) => use.name))];
  const single = reportedUses(record).map((use) => use.name);
  if (single.length === 0) return [];
  const shown = someNames(single, MOST);
  return [said('card.reported', { programs: names(shown), count: shown.length })];
}

function tooLines(others: readonly string[]): Said[] {
  const too = someNames(others, MOST);
  return too.length > 0 ? [said('card.alsoUsedBy', { programs: names(too) })] : [];
}

const mainLine = ({ name: program, role }: Use): Said =>
  role === ''
    ? said('card.program', { program: name(program) })
    : said('card.programFor', { program: name(program), role: inEnglish(role) });

/** What port lists call it, where that is more than the registered name and no program is known. */
function listedLines(record: PortRecord): Said[] {
  if (establishedUses(record).length > 0) return [];
  const listed = listedNames(record);
  return listed.length > 0 ? [said('card.listed', { names: names(someNames(listed, MOST)) })] : [];
}

/** Where nothing else names a program: what the author of another page says. */
const mentionedLines = ({ mentions }: PortRecord): Said[] =>
  mentions.flatMap(({ port, reason, title }) =>
    reason === undefined
      ? []
      : [
          said('card.mentioned', {
            port: link(String(port), portAddress(port)),
            title: name(title),
            reason: inEnglish(reason.replace(/\.$/, '')),
          }),
        ],
  );

function standingLines(record: PortRecord, named: boolean): Said[] {
  const unknown = named ? [] : [said('card.noRecord')];
  switch (record.status) {
    case 'assigned':
      return [registeredLine(record), ...unknown];
    case 'reserved':
      return reservedLines(record);
    case 'de-registered':
      return [deregisteredLine(record), ...(named ? [] : [said('card.noRecordToday')])];
    case 'dynamic':
      return dynamicLines(record);
    case 'never-assigned':
      return [said('card.neverAssigned'), ...unknown];
    default:
      return [unassignedLine(record), ...unknown];
  }
}

/** 'Registered for NECP (TCP and UDP), since 2005 or earlier.' */
function registeredLine(record: PortRecord): Said {
  const assignments = mainAssignments(record);
  const services = someNames([...new Set(assignments.map(assignmentTitle))], MOST);
  const transports = [...new Set(assignments.flatMap((assignment) => assignment.transports))];
  const values = {
    services: names(services),
    transports: names(transports.map((transport) => transport.toUpperCase())),
    count: transports.length,
  };
  const registered = assignments.find((assignment) => assignment.registered)?.registered;
  if (registered) return said('card.registeredSince', { ...values, date: date(registered) });
  const first = record.timeline.find(({ when }) => when.precision !== 'between')?.when;
  return first
    ? said('card.registeredBy', { ...values, date: date(first.date.slice(0, 4)) })
    : said('card.registered', values);
}

function reservedLines(record: PortRecord): Said[] {
  const owner = lastOwner(record);
  const when = withdrawal(record)?.when;
  const reserved =
    when?.precision === 'on'
      ? said('card.reservedSince', { date: date(when.date) })
      : said('card.reserved');
  if (!owner) return [reserved];
  const first = record.timeline[0]?.when;
  return [
    reserved,
    first && first.date !== when?.date
      ? said('card.beforeBy', { name: name(owner.name), date: date(first.date.slice(0, 4)) })
      : said('card.before', { name: name(owner.name) }),
  ];
}

function deregisteredLine(record: PortRecord): Said {
  const owner = lastOwner(record);
  const when = withdrawal(record)?.when;
  if (!when || when.precision === 'by') return said('card.deregistered');
  if (!owner) return said('card.deregisteredOn', { date: date(when.date) });
  const values = { date: date(when.date), name: name(owner.name) };
  return when.precision === 'on'
    ? said('card.deregisteredFrom', values)
    : said('card.deregisteredBetween', { ...values, after: date(when.after) });
}

function unassignedLine(record: PortRecord): Said {
  const owner = lastOwner(record);
  const until = withdrawal(record)?.when.date;
  return owner && until
    ? said('card.unassignedOnce', { name: name(owner.name), date: date(until.slice(0, 4)) })
    : said('card.unassigned');
}

function dynamicLines({ platform }: PortRecord): Said[] {
  const systems = platform.ephemeral.map(({ system }) => system);
  return [said('card.dynamic', { systems: names(systems) })];
}

/** What the sentence on the former owner says already. */
const RETOLD = /^(?:de-?assigned|unassigned, \d|removed|withdrawn)/i;

/** The registry's own words on a port that it assigns to nobody, such as 'unassigned but widespread use'. */
const remarkLines = ({ remarks, status }: PortRecord): Said[] =>
  status === 'assigned'
    ? []
    : remarks
        .filter((remark) => !RETOLD.test(remark))
        .slice(0, 1)
        .map((remark) => said('card.remark', { remark: inEnglish(remark.replace(/\.$/, '')) }));
