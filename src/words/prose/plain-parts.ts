/** The longer parts of the plain text: uses, security, checks. */
import type { PortRecord, SourceIndex } from '../../facts/atlas/record.ts';
import type { CommandGroup } from '../commands/command.ts';
import { caution, commandsFor, targetOf } from '../commands/commands.ts';
import { english } from '../messages/english.ts';
import { date, name, said } from '../messages/said.ts';
import { exposureAdvice } from '../port/exposure.ts';
import { hasSecurity } from '../port/security.ts';
import type { SecurityLine } from '../port/security-line.ts';
import { type UseLine, useLines } from '../port/use-lines.ts';
import { wrap } from './wrap.ts';

const SYSTEMS: readonly CommandGroup['id'][] = ['linux', 'macos', 'windows'];

/** As many as a screen can bear; all are in the JSON. */
const MOST_USES = 8;

export const item = (text: string, width: number) => wrap(`- ${text}`, '    ', '  ', width);

export function useTextLines(
  record: PortRecord,
  sources: SourceIndex,
  transport: string | undefined,
  width: number,
): string[] {
  const { established, reported } = useLines(record, sources);
  const here = (uses: readonly UseLine[]) =>
    uses.filter(
      ({ transports }) =>
        !transport || transports.length === 0 || transports.some((own) => own === transport),
    );
  const single = here(reported);
  const mentions = record.page ? [] : record.mentions;
  return [
    ...listed(here(established), width, record.page?.uses.length),
    ...(single.length > 0
      ? [`  ${english().text(said('uses.reportedHeading'))}:`, ...listed(single, width)]
      : []),
    ...(mentions.length > 0 ? [`  ${english().text(said('uses.mentionedHeading'))}:`] : []),
    ...mentions.flatMap(({ port, reason, title }) =>
      item(`${port} ${title}${reason === undefined ? '' : `: ${reason}`}`, width),
    ),
  ];
}

/** @param authored how many come from the author, who has chosen them: none of these is left out */
function listed(uses: readonly UseLine[], width: number, authored = 0): string[] {
  const most = Math.max(MOST_USES, authored);
  const more = uses.length - most;
  return [
    ...uses.slice(0, most).flatMap((use) => item(useText(use), width)),
    ...(more > 0 ? item(english().text(said('uses.more', { count: more })), width) : []),
  ];
}

function useText({ kind, name, role, since, transports, until }: UseLine): string {
  const facts = [
    transports.map((own) => own.toUpperCase()).join(', '),
    kind && english().text(said(`uses.${kind}`)),
    since && english().text(said('uses.since', { date: date(since) })),
    until && english().text(said('uses.until', { date: date(until) })),
  ].filter(Boolean);
  return `${name}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}${role ? `: ${role}` : ''}`;
}

/** What to think of it open is told before; here is what that rests on. */
export function securityLines(
  record: PortRecord,
  security: readonly SecurityLine[],
  width: number,
): string[] {
  if (!hasSecurity(record)) return [];
  const { page, port } = record;
  const facts = securityFacts(record, security);
  const unjudged = page?.security.exposure === 'unknown' ? ` ${page.security.reason}` : '';
  const nothing = english().text(said('security.nothing', { port: name(String(port)) }));
  const items = facts.flatMap((fact) => item(fact, width));
  if (!page) return facts.length > 0 ? items : wrap(nothing, '  ', '  ', width);
  const advice = english().text(exposureAdvice(page.security)) + unjudged;
  return [...wrap(advice, '  ', '  ', width), ...items];
}

/** What an author found, then the tables, then what the authors of other ports say of this one. */
export function securityFacts(
  { mentions, page }: PortRecord,
  security: readonly SecurityLine[],
): string[] {
  const dated = ({ date, id, text }: Fact) => `${[date, id].filter(Boolean).join(', ')}: ${text}`;
  return [
    ...(page?.security.facts ?? []).map(dated),
    ...security.map(({ line }) => english().text(line)),
    ...mentions.flatMap(({ facts, port, title }) =>
      facts
        .filter(({ kind }) => kind !== 'history')
        .map((fact) => `${dated(fact)} (${port} ${title})`),
    ),
  ];
}

interface Fact {
  date?: string | undefined;
  id?: string | undefined;
  text: string;
}

/** A command for each system, then those of the service itself. A command is never broken. */
export function checkLines(record: PortRecord, width: number): string[] {
  const groups = commandsFor(targetOf(record)).filter(({ id }) => SYSTEMS.includes(id));
  const systems = groups.map(({ check, id, name }) => {
    // On Windows, the one that asks for TCP and UDP at once.
    const best = check.find(({ run }) => id === 'windows' && run.startsWith('netstat')) ?? check[0];
    return `  ${String(name).padEnd(9)}${best?.run}`;
  });
  const healthyWord = english().text(said('check.healthy'));
  const suspiciousWord = english().text(said('check.suspicious'));
  const own = (record.page?.checks ?? []).flatMap(({ command, healthy, label, suspicious }) => [
    '',
    ...wrap(/[?:]$/.test(label) ? label : `${label}:`, '  ', '  ', width),
    `    ${command}`,
    ...wrap(`${healthyWord} ${healthy}`, '      ', '    ', width),
    ...wrap(`${suspiciousWord} ${suspicious}`, '      ', '    ', width),
  ]);
  return [...systems, ...wrap(english().text(caution(record.port)), '  ', '  ', width), ...own];
}
