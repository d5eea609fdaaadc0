/** The parts of the plain text that come from an author, or from the commands: uses, security, checks. */
import type { PortRecord } from '../../facts/atlas/record.ts';
import type { PortPage } from '../../facts/schemas/port-page.ts';
import type { CommandGroup } from '../commands/command.ts';
import { commandsFor, targetOf } from '../commands/commands.ts';
import { EXPOSURE_ADVICE, nothingKnown, securityFacts, securityTold } from './security.ts';
import { transportNames } from './words.ts';
import { wrap } from './wrap.ts';

const SYSTEMS: readonly CommandGroup['id'][] = ['linux', 'macos', 'windows'];

export const item = (text: string) => wrap(`- ${text}`, '    ', '  ');

const KINDS = {
  default: '',
  alternative: 'a second choice',
  squatter: 'though the number is registered to another',
  malware: 'malware',
} as const;

export function useLines(page: PortPage | undefined, transport: string | undefined): string[] {
  return (page?.uses ?? [])
    .filter((use) => !transport || use.transport.some((own) => own === transport))
    .flatMap(({ kind, name, note, since, transport: on, until }) => {
      const years = [since && `since ${since}`, until && `until ${until}`];
      const facts = [transportNames(on), ...years, KINDS[kind]].filter(Boolean).join(', ');
      return item(`${name} (${facts})${note ? `: ${note}` : ''}`);
    });
}

/** What to think of it open is told before; here is what that rests on. */
export function securityLines(record: PortRecord): string[] {
  if (!securityTold(record)) return [];
  const { page } = record;
  const facts = [
    ...(page?.security.facts ?? []).map(
      ({ date, id, text }) => `${[date, id].filter(Boolean).join(', ')}: ${text}`,
    ),
    ...securityFacts(record).map(({ text }) => text),
  ];
  const unjudged = page?.security.exposure === 'unknown' ? ` ${page.security.reason}` : '';
  if (page) {
    const advice = EXPOSURE_ADVICE[page.security.exposure] + unjudged;
    return [...wrap(advice, '  ', '  '), ...facts.flatMap(item)];
  }
  return facts.length > 0 ? facts.flatMap(item) : wrap(nothingKnown(record), '  ', '  ');
}

/** A command for each system, then those of the service itself. A command is never broken. */
export function checkLines(record: PortRecord): string[] {
  const groups = commandsFor(targetOf(record)).filter(({ id }) => SYSTEMS.includes(id));
  const systems = groups.map(({ check, id, name }) => {
    // On Windows, the one that asks for TCP and UDP at once.
    const best = check.find(({ run }) => id === 'windows' && run.startsWith('netstat')) ?? check[0];
    return `  ${name.padEnd(9)}${best?.run}`;
  });
  const own = (record.page?.checks ?? []).flatMap(({ command, healthy, label, suspicious }) => [
    '',
    ...wrap(/[?:]$/.test(label) ? label : `${label}:`, '  ', '  '),
    `    ${command}`,
    ...wrap(`Healthy: ${healthy}`, '      ', '    '),
    ...wrap(`Suspicious: ${suspicious}`, '      ', '    '),
  ]);
  return [...systems, ...own];
}
