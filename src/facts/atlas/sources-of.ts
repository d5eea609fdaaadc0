/** The sources that say something of a port, in the order in which its page uses them. */
import type { PortRecord } from './record.ts';

/** Who says that a program uses the port is named beside the program, and not once more at the end. */
type Facts = Pick<
  PortRecord,
  | 'amplification'
  | 'attacks'
  | 'exposure'
  | 'labels'
  | 'malware'
  | 'platform'
  | 'timeline'
  | 'watched'
>;

export function sourcesOf(facts: Facts): string[] {
  const { amplification, attacks, exposure, labels, malware, platform, timeline, watched } = facts;
  const refused = Object.values(platform.browsers).includes('refused');
  const exploited = attacks.some(({ vulnerabilities }) =>
    vulnerabilities.some((vulnerability) => vulnerability.exploited),
  );
  const reports = [...attacks, ...malware, ...amplification, ...watched, ...exposure];
  return [
    'iana',
    ...new Set(timeline.map(({ source }) => source).filter((source) => source !== 'iana')),
    ...new Set(labels.map(({ source }) => source)),
    ...(exploited ? ['cisa-kev'] : []),
    ...new Set(reports.map(({ source }) => source)),
    ...(refused ? ['browsers'] : []),
    ...(platform.ephemeral.length > 0 ? ['ephemeral'] : []),
    ...(platform.privileged ? ['privileged'] : []),
  ];
}
