/** What operating systems and browsers do with a port, whatever it is registered for. */
import { rangeOf } from '../../base/ranges.ts';
import type { BrowserRow, EphemeralRow } from '../schemas/registry.ts';
import type { EphemeralRange, PlatformFacts } from './record.ts';

export interface PlatformTables {
  ephemeral: readonly EphemeralRow[];
  browsers: ReadonlyMap<number, BrowserRow>;
}

export function platformOf(port: number, { ephemeral, browsers }: PlatformTables): PlatformFacts {
  // IANA's own range is a rule and no system; the page tells it as the port's range.
  const holding = ephemeral.filter(
    ({ low, high, system }) => low <= port && port <= high && system !== 'IANA',
  );
  const refused = browsers.get(port);
  const answer = (cell: string | undefined) =>
    refused === undefined || cell === 'no' ? 'open' : cell === 'yes' ? 'refused' : 'unknown';
  return {
    // Asking for port 0 is asking for any free port, which needs no privilege.
    privileged: port !== 0 && rangeOf(port) === 'system',
    ephemeral: holding.filter(({ kind }) => kind === 'current').map(range),
    ephemeralOther: holding.filter(({ kind }) => kind === 'other').map(range),
    browsers: {
      fetch: answer(refused?.fetch),
      chromium: answer(refused?.chromium),
      firefox: answer(refused?.firefox),
    },
  };
}

function range({ system, versions, low, high, setting }: EphemeralRow): EphemeralRange {
  return { system, versions, low, high, setting };
}
