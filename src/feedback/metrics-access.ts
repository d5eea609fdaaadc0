/**
 * Who may read the metrics: this machine itself, and whoever has the token. A proxy of ours is this
 * machine too, so of a request that was handed on, all that it came by has to be this machine.
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface MetricsAccess {
  /** Whether this machine needs no token: not where the service stands in for the whole site. */
  local: boolean;
  token?: string | undefined;
}

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];
/** What proxies add; the first names every address that they were asked from. */
const HOPS = 'x-forwarded-for';
const OTHERS = ['forwarded', 'via'];

export function mayReadMetrics(
  { headers, socket }: IncomingMessage,
  { local, token }: MetricsAccess,
): boolean {
  if (token !== undefined && isSame(headers.authorization ?? '', `Bearer ${token}`)) return true;
  if (!local || !LOOPBACK.includes(socket.remoteAddress ?? '')) return false;
  if (OTHERS.some((name) => headers[name] !== undefined)) return false;
  const hops = headers[HOPS];
  return (
    hops === undefined ||
    String(hops)
      .split(',')
      .every((hop) => LOOPBACK.includes(hop.trim()))
  );
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
