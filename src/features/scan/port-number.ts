/** From text to port numbers: '22', 'ssh', '6000-6063', and nothing for what is none. */
import { LAST_PORT } from '../../base/ranges.ts';
import type { Resolve, ScanTransport } from './row.ts';

export interface Ports {
  port: number;
  to?: number | undefined;
}

export function portNumber(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port <= LAST_PORT ? port : undefined;
}

/** A number, or the name of a service; port 0 is the system's word for none. */
export function portNamed(
  text: string,
  transport: ScanTransport,
  resolve: Resolve,
): number | undefined {
  const port = portNumber(text);
  if (port !== undefined) return port > 0 ? port : undefined;
  return /^[a-z0-9][\w.+-]*$/i.test(text) && /[a-z]/i.test(text)
    ? resolve(text, transport)
    : undefined;
}

/** A range as its ends, and one that runs backwards as the first of them. */
export function portsOf(low: number, high: number): Ports {
  return high <= low ? { port: low } : { port: low, to: high };
}

/** '22', 'ssh', '6000-6063' or '6000:6063', with the separator that its format uses. */
export function portsNamed(
  text: string,
  separator: '-' | ':',
  transport: ScanTransport,
  resolve: Resolve,
): Ports[] {
  const whole = portNamed(text, transport, resolve);
  if (whole !== undefined) return [{ port: whole }];
  const at = text.indexOf(separator);
  if (at < 0) return [];
  // iptables writes ':1023' and '1024:' for a range with an open end.
  const low = at === 0 ? 0 : portEnd(text.slice(0, at), transport, resolve);
  const high = at === text.length - 1 ? LAST_PORT : portEnd(text.slice(at + 1), transport, resolve);
  return low === undefined || high === undefined || text === separator ? [] : [portsOf(low, high)];
}

const portEnd = (text: string, transport: ScanTransport, resolve: Resolve) =>
  portNumber(text) ?? portNamed(text, transport, resolve);
