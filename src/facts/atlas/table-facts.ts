/** The tables of uses and attacks by port: the part of a record that comes from them. */
import { parseSpan } from '../../base/port-range.ts';
import type { Tables } from './load.ts';
import type { TableFacts } from './record.ts';
import { SpanIndex } from './span-index.ts';
import {
  amplificationOf,
  attacksOf,
  exposureOf,
  malwareOf,
  rfcsOf,
  usesOf,
  watchersOf,
} from './uses.ts';

/** Indexes built once; what comes back says of one port all that the tables say. */
export function tableFacts(tables: Tables): (port: number) => TableFacts {
  const programs = new SpanIndex(tables.programs);
  const games = new SpanIndex(tables.games);
  const devices = new SpanIndex(tables.devices);
  const vendorServices = new SpanIndex(tables.vendorServices);
  const attacks = new SpanIndex(tables.attacks);
  const malware = new SpanIndex(tables.malware);
  const watched = new SpanIndex(tables.watched);
  const amplification = new SpanIndex(tables.amplification);
  const rfcs = new SpanIndex(tables.rfcs);
  const exposure = new SpanIndex(tables.exposure);
  const homes = new Map(tables.homes.map(({ home, name }) => [name, home]));
  const exploited = new Map(tables.exploited.map((row) => [row.cve, row]));
  return (port) => ({
    programs: usesOf(programs.at(port), homes),
    games: usesOf(games.at(port), homes),
    devices: usesOf(devices.at(port), homes),
    vendorServices: usesOf(vendorServices.at(port), homes),
    attacks: attacksOf(attacks.at(port), exploited),
    malware: malwareOf(malware.at(port)),
    watched: watchersOf(watched.at(port)),
    amplification: amplificationOf(amplification.at(port)),
    rfcs: rfcsOf(rfcs.at(port)),
    exposure: exposureOf(exposure.at(port)),
  });
}

/** Who uses which port, in ranges also: such a port is not free. */
export const useRows = (tables: Tables) => [
  ...tables.programs,
  ...tables.games,
  ...tables.devices,
  ...tables.vendorServices,
];

/** What else the tables say of ports. */
export const factRows = (tables: Tables): { ports: string }[] => [
  ...tables.attacks,
  ...tables.malware,
  ...tables.watched,
  ...tables.amplification,
  ...tables.rfcs,
  ...tables.exposure,
];

export function portsOf(rows: readonly { ports: string }[]): Set<number> {
  const ports = new Set<number>();
  for (const row of rows) {
    const { low, high } = parseSpan(row.ports);
    for (let port = low; port <= high; port++) ports.add(port);
  }
  return ports;
}
