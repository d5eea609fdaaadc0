/** The badges of a port: a short mark, what it means for this port, and the source that says so. */
import { RANGES } from '../../base/ranges.ts';
import type { PortRecord } from '../../facts/atlas/record.ts';
import { backdoorLabels } from './names.ts';
import { and } from './words.ts';

export interface Badge {
  id: string;
  label: string;
  text: string;
  source: string;
  /** A port that asks for a second look gets a mark that stands out. */
  warns: boolean;
}

const BROWSERS = { fetch: 'the Fetch standard', chromium: 'Chromium', firefox: 'Firefox' } as const;

export function badgesOf(record: PortRecord): Badge[] {
  const { assignments, labels, platform, port, range } = record;
  const named = RANGES.find(({ id }) => id === range) ?? RANGES[0];
  const badges: Badge[] = [
    {
      id: 'range',
      label: named?.name ?? '',
      text: RANGE_RULES[range],
      source: 'iana',
      warns: false,
    },
  ];
  if (platform.privileged) {
    badges.push({
      id: 'privileged',
      label: 'Privileged',
      text:
        `Binding ${port} takes root or a capability on Linux, the BSDs and Solaris; not on ` +
        'Windows, and on macOS only for a named address.',
      source: 'privileged',
      warns: false,
    });
  }
  // An undocumented port tells this in full beside its answer.
  if (platform.ephemeral.length > 0 && record.documented) {
    const systems = platform.ephemeral.map(({ system }) => system);
    const ranges = platform.ephemeral.map(({ system, low, high }) => `${system} ${low} to ${high}`);
    badges.push({
      id: 'ephemeral',
      label: `Ephemeral on ${systems.length > 2 ? `${systems.length} systems` : and(systems)}`,
      text: `Lent to outgoing connections by default: ${and(ranges)}.`,
      source: 'ephemeral',
      warns: false,
    });
  }
  const refusing = Object.entries(BROWSERS).filter(
    ([id]) => platform.browsers[id as keyof typeof BROWSERS] === 'refused',
  );
  if (refusing.length > 0) {
    badges.push({
      id: 'refused',
      label: 'Refused by browsers',
      text: `An address with :${port} does not open: refused by ${and(refusing.map(([, name]) => name))}.`,
      source: 'browsers',
      warns: true,
    });
  }
  const reported = assignments.find(({ unauthorizedUse }) => unauthorizedUse);
  if (reported) {
    badges.push({
      id: 'unauthorized',
      label: 'Unauthorized use reported',
      text: `IANA notes: ‘${reported.unauthorizedUse}’.`,
      source: 'iana',
      warns: true,
    });
  }
  const [backdoor] = backdoorLabels(labels);
  if (backdoor) {
    badges.push({
      id: 'backdoor',
      label: 'Historic backdoor port',
      text:
        backdoor.source === 'rkhunter'
          ? `rkhunter’s list says ‘${backdoor.name}’.`
          : 'chkrootkit’s bindshell test looks here.',
      source: backdoor.source,
      warns: true,
    });
  }
  return badges;
}

const RANGE_RULES: Record<PortRecord['range'], string> = {
  system: '0 to 1023: IANA assigns these after review by the IETF.',
  user: '1024 to 49151: IANA registers these for whoever asks with a reason.',
  dynamic: '49152 to 65535: never registered, free for anybody’s passing use.',
};
