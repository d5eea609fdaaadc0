/** The port numbers, and the three ranges into which RFC 6335 divides them. */

export const PORT_COUNT = 65536;
export const LAST_PORT = PORT_COUNT - 1;
/** From here on no privilege is needed; below are the system ports. */
export const FIRST_USER_PORT = 1024;
/** From here on IANA assigns nothing. */
export const FIRST_DYNAMIC_PORT = 49152;

/** IANA's three ranges: 0-1023, 1024-49151, 49152-65535. */
export type RangeId = 'system' | 'user' | 'dynamic';

export interface PortRange {
  id: RangeId;
  name: string;
  low: number;
  high: number;
}

export const RANGES: readonly PortRange[] = [
  { id: 'system', name: 'System ports', low: 0, high: FIRST_USER_PORT - 1 },
  { id: 'user', name: 'Registered ports', low: FIRST_USER_PORT, high: FIRST_DYNAMIC_PORT - 1 },
  { id: 'dynamic', name: 'Dynamic ports', low: FIRST_DYNAMIC_PORT, high: LAST_PORT },
];

export function rangeOf(port: number): RangeId {
  return port < FIRST_USER_PORT ? 'system' : port < FIRST_DYNAMIC_PORT ? 'user' : 'dynamic';
}
