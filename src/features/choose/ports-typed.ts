/** The ports that a reader asks for, as they are typed: 5432, 5432/tcp, tcp/5432, 24870-24871. */
import { LAST_PORT } from '../../base/ranges.ts';

const PORTS =
  /^(?:(?:tcp|udp|sctp|dccp)[/ :]?)?(\d{1,5})(?: ?[-–] ?(\d{1,5}))?(?:[/ ](?:tcp|udp|sctp|dccp))?$/i;
/** As many as can be read one by one. */
const MOST = 8;
/** As many as are counted together. */
const LONGEST = 5000;

export interface Typed {
  low: number;
  high: number;
  /** Each of them, where they are few. */
  ports: number[];
}

/** Undefined where it is no port, and no row of them. */
export function portsTyped(text: string): Typed | undefined {
  const [, first, last = first] = PORTS.exec(text.trim()) ?? [];
  if (first === undefined) return undefined;
  const low = Math.min(Number(first), Number(last));
  const high = Math.max(Number(first), Number(last));
  const length = high - low + 1;
  if (high > LAST_PORT || length > LONGEST) return undefined;
  const ports = length > MOST ? [] : Array.from({ length }, (_, at) => low + at);
  return { low, high, ports };
}

export const WHAT_PORTS =
  `We know no port by that name. Ports are the whole numbers from 0 to ${LAST_PORT}; a row of ` +
  'them is written 24870-24871.';
