/** What is documented against a port, each fact with its source; 'nothing' where that is true. */
import type { PortRecord } from '../../facts/atlas/record.ts';
import { transportNames } from './words.ts';

/** What an author's judgement comes to, for somebody who has to decide. */
export const EXPOSURE_ADVICE = {
  never: 'Never expose it to the internet.',
  restrict: 'Let only known addresses reach it.',
  hardened: 'May face the internet, kept up to date and configured with care.',
  'made-for-it': 'Made to be reached from the internet.',
  unknown: 'Nothing reliable is known.',
} as const;

export interface SecurityFact {
  text: string;
  source: string;
  date?: string;
}

export function securityFacts({ assignments, labels, port }: PortRecord): SecurityFact[] {
  const facts: SecurityFact[] = [];
  for (const { name, source, transports } of labels) {
    const where = transportNames(transports);
    if (source === 'rkhunter') {
      facts.push({
        text:
          `rkhunter checks whether ${where} ${port} is open, for ‘${name}’. Its list is of old ` +
          'rootkits; an open port is no proof of one.',
        source,
      });
    }
    if (source === 'chkrootkit') {
      facts.push({
        text:
          `chkrootkit’s bindshell test looks for a listener on ${where} ${port}, and errs ` +
          'where a real service uses it.',
        source,
      });
    }
    if (source === 'portsentry') {
      facts.push({
        text: `portsentry listens on ${where} ${port} as a decoy: scanners are expected to try it.`,
        source,
      });
    }
  }
  for (const { service, unauthorizedUse } of assignments) {
    if (unauthorizedUse)
      facts.push({
        text: `The registry’s entry for ${service} says ‘${unauthorizedUse}’.`,
        source: 'iana',
      });
  }
  return facts;
}

/** Said where no source reports anything; names what was looked at. */
export function nothingKnown({ port, labels }: PortRecord): string {
  const others =
    labels.length > 0 ? 'None of the books that name it reports' : 'No source here reports';
  return `${others} malware, a flaw or misuse on ${port}. That clears no program that answers there.`;
}

/** A port of which no source says anything needs no section to say so again. */
export function securityTold(record: PortRecord): boolean {
  return record.documented || securityFacts(record).length > 0;
}
