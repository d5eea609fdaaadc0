/** The three ranges into which RFC 6335 divides the port numbers. */

/** IANA's three ranges: 0-1023, 1024-49151, 49152-65535. */
export type RangeId = 'system' | 'user' | 'dynamic';

export interface PortRange {
  id: RangeId;
  name: string;
  low: number;
  high: number;
}

export const RANGES: readonly PortRange[] = [
  { id: 'system', name: 'System ports', low: 0, high: 1023 },
  { id: 'user', name: 'Registered ports', low: 1024, high: 49151 },
  { id: 'dynamic', name: 'Dynamic ports', low: 49152, high: 65535 },
];

export const PORT_COUNT = 65536;

export function rangeOf(port: number): RangeId {
  return port <= 1023 ? 'system' : port <= 49151 ? 'user' : 'dynamic';
}
