/** The sources that say something of a port, in the order in which its page uses them. */
import type { PortRecord } from './record.ts';

/**
 * Who says that a program uses the port is named beside the program, and who reports attacks beside the
 * report: a page names these sources where it shows what they say.
 */
type Facts = Pick<PortRecord, 'labels' | 'platform' | 'timeline'>;

export function sourcesOf(facts: Facts): string[] {
  const { labels, platform, timeline } = facts;
  const refused = Object.values(platform.browsers).includes('refused');
  return [
    'iana',
    ...new Set(timeline.map(({ source }) => source).filter((source) => source !== 'iana')),
    ...new Set(labels.map(({ source }) => source)),
    ...(refused ? ['browsers'] : []),
    ...(platform.ephemeral.length > 0 ? ['ephemeral'] : []),
    ...(platform.privileged ? ['privileged'] : []),
  ];
}
