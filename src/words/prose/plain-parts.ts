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

export const item = (text: string) => wrap(`- ${text}`, '    ', '  ');

export function useTextLines(
  record: PortRecord,
  sources: SourceIndex,
  transport: string | undefined,
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
    ...listed(here(established), record.page?.uses.length),
    ...(single.length > 0
      ? [`  ${english().text(said('uses.reportedHeading'))}:`, ...listed(single)]
      : []),
    ...(mentions.length > 0 ? [`  ${english().text(said('uses.mentionedHeading'))}:`] : []),
    ...mentions.flatMap(({ port, reason, title }) =>
      item(`${port} ${title}${reason === undefined ? '' : `: ${reason}`}`),
    ),
  ];
}

/** @param authored how many come from the author, who has chosen them: none of these is left out */
function listed(uses: readonly UseLine[], authored = 0): string[] {
  const most = Math.max(MOST_USES, authored);
  const more = uses.length - most;
  return [
    ...uses.slice(0, most).flatMap((use) => item(useText(use))),
    ...(more > 0 ? item(english().text(said('uses.more', { count: more }))) : []),
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
export function securityLines(record: PortRecord, security: readonly SecurityLine[]): string[] {
  if (!hasSecurity(record)) return [];
  const { page, port } = record;
  const facts = [
    ...(page?.security.facts ?? []).map(
      ({ date, id, text }) => `${[date, id].filter(Boolean).join(', ')}: ${text}`,
    ),
    ...security.map(({ line }) => english().text(line)),
    ...record.mentions.flatMap(({ facts: told, port: other, title }) =>
      told
        .filter(({ kind }) => kind !== 'history')
        .map(
          ({ date, id, text }) =>
            `${[date, id].filter(Boolean).join(', ')}: ${text} (${other} ${title})`,
        ),
    ),
  ];
  const unjudged = page?.security.exposure === 'unknown' ? ` ${page.security.reason}` : '';
  const nothing = english().text(said('security.nothing', { port: name(String(port)) }));
  if (!page) return facts.length > 0 ? facts.flatMap(item) : wrap(nothing, '  ', '  ');
  const advice = english().text(exposureAdvice(page.security)) + unjudged;
  return [...wrap(advice, '  ', '  '), ...facts.flatMap(item)];
}

/** A command for each system, then those of the service itself. A command is never broken. */
export function checkLines(record: PortRecord): string[] {
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
    ...wrap(/[?:]$/.test(label) ? label : `${label}:`, '  ', '  '),
    `    ${command}`,
    ...wrap(`${healthyWord} ${healthy}`, '      ', '    '),
    ...wrap(`${suspiciousWord} ${suspicious}`, '      ', '    '),
  ]);
  return [...systems, ...wrap(english().text(caution(record.port)), '  ', '  '), ...own];
}
