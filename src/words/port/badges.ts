/** The badges of a port: a short mark, what it means for this port, and the source that says so. */
import type { PortRecord } from '../../facts/atlas/record.ts';
import { inEnglish, name, names, type Said, said } from '../messages/said.ts';
import { backdoorLabels } from '../prose/names.ts';

export interface Badge {
  id: string;
  label: Said;
  means: Said;
  source: string;
  /** A port that asks for a second look gets a mark that stands out. */
  warns: boolean;
}

const BROWSERS = { fetch: 'WHATWG Fetch', chromium: 'Chromium', firefox: 'Firefox' } as const;
const MOST_SYSTEMS = 2;

export function badgesOf(record: PortRecord): Badge[] {
  const { documented, range } = record;
  // Of an undocumented port the card says the same.
  const ranges = documented
    ? [badge('range', `badge.${range}`, said(`badge.${range}Means`), 'iana')]
    : [];
  return [
    ...ranges,
    ...privileged(record),
    ...ephemeral(record),
    ...refused(record),
    ...unauthorized(record),
    ...backdoor(record),
  ];
}

function badge(
  id: string,
  label: Said['id'] | Said,
  means: Said,
  source: string,
  warns = false,
): Badge {
  return { id, label: typeof label === 'string' ? said(label) : label, means, source, warns };
}

function privileged({ platform, port }: PortRecord): Badge[] {
  if (!platform.privileged) return [];
  const means = said('badge.privilegedMeans', { port: name(String(port)) });
  return [badge('privileged', 'badge.privileged', means, 'privileged')];
}

/** An undocumented port says this in full in its card. */
function ephemeral({ documented, platform }: PortRecord): Badge[] {
  if (platform.ephemeral.length === 0 || !documented) return [];
  const systems = platform.ephemeral.map(({ system }) => system);
  const ranges = platform.ephemeral.map(({ high, low, system }) => `${system} ${low}–${high}`);
  const label =
    systems.length > MOST_SYSTEMS
      ? said('badge.ephemeralMany', { count: systems.length })
      : said('badge.ephemeral', { systems: names(systems) });
  return [
    badge('ephemeral', label, said('badge.ephemeralMeans', { ranges: names(ranges) }), 'ephemeral'),
  ];
}

function refused({ platform, port }: PortRecord): Badge[] {
  const refusing = Object.entries(BROWSERS)
    .filter(([id]) => platform.browsers[id as keyof typeof BROWSERS] === 'refused')
    .map(([, browser]) => browser);
  if (refusing.length === 0) return [];
  const means = said('badge.refusedMeans', { port: name(String(port)), browsers: names(refusing) });
  return [badge('refused', 'badge.refused', means, 'browsers', true)];
}

function unauthorized({ assignments }: PortRecord): Badge[] {
  const remark = assignments.find(({ unauthorizedUse }) => unauthorizedUse)?.unauthorizedUse;
  if (!remark) return [];
  const means = said('badge.unauthorizedMeans', { remark: inEnglish(remark) });
  return [badge('unauthorized', 'badge.unauthorized', means, 'iana', true)];
}

function backdoor({ labels }: PortRecord): Badge[] {
  const [first] = backdoorLabels(labels);
  if (!first) return [];
  const means = said('badge.backdoorMeans', { list: name(first.list), name: name(first.name) });
  return [badge('backdoor', 'badge.backdoor', means, first.source, true)];
}
