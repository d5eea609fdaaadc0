/** What a person types after `portolan`, as ports: 3330, 5432/tcp, 6881-6889, postgres. */
import { LAST_PORT } from '../base/ranges.ts';
import { keyOf } from '../features/search/fold.ts';
import { isStrong } from '../features/search/lookup.ts';
import type { PortIndex } from '../package/open-index.ts';
import { UsageError } from './arguments.ts';

export interface Asked {
  port: number;
  /** The transport that was asked for, where one was. */
  transport: string | undefined;
}

const MOST_IN_A_RANGE = 1024;

type Names = Pick<PortIndex, 'find' | 'named'>;

export function portsAsked(text: string, names: Names): Asked[] {
  const match = /^(\d+)(?:-(\d+))?(?:\/([a-z]+))?$/i.exec(text.trim());
  if (!match) return portsNamed(text, names);
  const low = portNumber(match[1] ?? '', text);
  const high = match[2] === undefined ? low : portNumber(match[2], text);
  const transport = match[3]?.toLowerCase();
  if (transport && !['tcp', 'udp', 'sctp', 'dccp'].includes(transport)) {
    throw new UsageError(`${text}: '${transport}' is no transport; write tcp, udp, sctp or dccp`);
  }
  if (high < low)
    throw new UsageError(`${text}: a range begins with its lower end: ${high}-${low}`);
  if (high - low >= MOST_IN_A_RANGE) {
    throw new UsageError(
      `${text}: that is ${high - low + 1} ports; ask for at most ${MOST_IN_A_RANGE} at once`,
    );
  }
  return Array.from({ length: high - low + 1 }, (_, index) => ({ port: low + index, transport }));
}

function portNumber(digits: string, text: string): number {
  const port = Number(digits);
  if (port > LAST_PORT) throw new UsageError(`${text}: ports end at ${LAST_PORT}`);
  return port;
}

function portsNamed(text: string, names: Names): Asked[] {
  const exact = names.named(text);
  const found = exact.length > 0 ? exact : begun(text, names);
  if (found.length === 0) {
    throw new UsageError(
      `${text}: no port, no range, and no service of that name; try 3330, 5432/tcp, 6881-6889 or postgres`,
    );
  }
  return found.map((port) => ({ port, transport: undefined }));
}

/** So short a text begins too many names. */
const SHORTEST = 3;

/** The ports of the names that begin with the text. */
function begun(text: string, names: Names): number[] {
  if (keyOf(text).length < SHORTEST) return [];
  const found = names.find(text).filter((one) => isStrong(one) && !one.corrected);
  return found.map(({ ref }) => ref.port);
}
