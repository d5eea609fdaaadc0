/** What the rules hold the pages against: the site's own data files and the tables, read once a thread. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSpan } from '../base/port-range.ts';
import type { Status } from '../base/statuses.ts';
import type { VerdictLevel } from '../base/verdict-levels.ts';
import { type Atlas, openAtlas } from '../facts/atlas/atlas.ts';
import { stretches } from '../facts/atlas/stretches.ts';
import type { PortLine } from '../facts/schemas/bulk-json.ts';

/** As much of a line of /ports.json as a page has to agree with. */
export type Expected = Pick<PortLine, 'port' | 'transports' | 'verdict'>;

export interface Site {
  folder: string;
  documented: (port: number) => boolean;
  expected: (port: number) => Expected;
  /** How the registry spells the services of a port. */
  spelled: (port: number) => ReadonlySet<string>;
}

export function openSite(folder: string): Site {
  const { ports } = JSON.parse(readFileSync(join(folder, 'ports.json'), 'utf8'));
  const lines = new Map((ports as Expected[]).map((line) => [line.port, line]));
  const atlas = openAtlas();
  const unlisted = expectedOfUnlisted(atlas);
  const services = spelledServices(atlas);
  return {
    folder,
    documented: (port) => lines.has(port),
    expected: (port) => lines.get(port) ?? unlisted(port),
    spelled: (port) => services.get(port) ?? NONE,
  };
}

const NONE: ReadonlySet<string> = new Set();

/** /ports.json has no line of a port of which no source says anything: all of a stretch are alike. */
function expectedOfUnlisted(atlas: Atlas): (port: number) => Expected {
  const levels: VerdictLevel[] = [];
  for (const { high, low, port } of stretches(atlas)) {
    const { level } = atlas.port(port).verdict;
    for (let each = low; each <= high; each++) levels[each] = level;
  }
  const statuses = atlas.statuses();
  return (port) => {
    const status = statuses[port] as Status;
    const transport = { status, services: [] };
    return {
      port,
      transports: { tcp: transport, udp: transport },
      verdict: levels[port] as VerdictLevel,
    };
  };
}

function spelledServices({ tables }: Atlas): Map<number, Set<string>> {
  const services = new Map<number, Set<string>>();
  for (const row of tables.services) {
    if (row.service === '' || row.ports === '') continue;
    const { high, low } = parseSpan(row.ports);
    for (let port = low; port <= high; port++)
      services.getOrInsertComputed(port, () => new Set()).add(row.service);
  }
  return services;
}
