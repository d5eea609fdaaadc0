/** The pages that the tests look at closely. */

import { PORT_COUNT } from '../../src/base/ranges.ts';
import { type Atlas, openAtlas } from '../../src/facts/atlas/atlas.ts';
import type { Status } from '../../src/facts/atlas/record.ts';
import { STATUS_RULES } from '../../src/facts/atlas/status.ts';
import { sample } from './sample.ts';

/** Every status, range and case that a page can be: authored, refused by browsers, a backdoor, nobody's. */
export const CHOSEN_PORTS = [22, 443, 2, 3330, 3403, 5000, 6666, 10080, 50123, 65535, 8080, 6379];

/** One of each kind of page that is not a port's, and the extremes among them. */
export const OTHER_PAGES = [
  '/',
  '/services',
  '/services/0-9',
  '/services/s',
  '/services/x',
  '/changes',
  '/guides',
  '/guides/address-already-in-use',
  '/guides/browser-refused-ports',
  '/guides/ephemeral-ports',
  '/about',
  '/api',
  '/search',
  '/choose',
  '/range/0-999',
  '/range/3000-3999',
  '/range/49000-49999',
  '/range/65000-65535',
  '/faq',
  '/ru',
  '/ar/faq',
];

/** So many ports of each status that any port has. */
export function portsOfEachStatus(
  count: number,
  atlas: Atlas = openAtlas(),
): Map<Status, number[]> {
  const statuses = atlas.statuses();
  return new Map(
    (Object.keys(STATUS_RULES) as Status[]).map((status) => {
      const ports = Array.from({ length: PORT_COUNT }, (_, port) => port);
      return [
        status,
        sample(
          ports.filter((port) => statuses[port] === status),
          count,
        ),
      ];
    }),
  );
}

/** The chosen ports, and others of every status, so many in all. */
export function samplePorts(count: number): number[] {
  const each = [...portsOfEachStatus(count).values()].filter((ports) => ports.length > 0);
  const ports = new Set(CHOSEN_PORTS);
  for (let round = 0; ports.size < count && round < count; round++) {
    for (const list of each) {
      const port = list[round];
      if (port !== undefined && ports.size < count) ports.add(port);
    }
  }
  return [...ports];
}
