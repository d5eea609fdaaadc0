/** The ports that a reader asks for, as they are typed: 5432, 5432/tcp, tcp/5432, 24870-24871. */
import { LAST_PORT } from '../../base/ranges.ts';

const PORTS =
  /^(?:(?:tcp|udp|sctp|dccp)[/ :]?)?(\d{1,5})(?: ?[-–] ?(\d{1,5}))?(?:[/ ](?:tcp|udp|sctp|dccp))?$/i;
/** As many as can be read together. */
const MOST = 8;

/** Undefined where it is no port, and no few that follow one another. */
export function portsTyped(text: string): number[] | undefined {
  const [, first, last = first] = PORTS.exec(text.trim()) ?? [];
  if (first === undefined) return undefined;
  const low = Math.min(Number(first), Number(last));
  const high = Math.max(Number(first), Number(last));
  if (high > LAST_PORT || high - low >= MOST) return undefined;
  return Array.from({ length: high - low + 1 }, (_, at) => low + at);
}

export const WHAT_PORTS =
  `Ports are the whole numbers from 0 to ${LAST_PORT}; up to ${MOST} in a row can be ` +
  'looked up together: 24870-24871.';
