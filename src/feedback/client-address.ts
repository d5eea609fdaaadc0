/** From where a request comes, as far as it can be known, and no more exactly than is needed. */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { networkOf } from '../base/network-of.ts';

/**
 * @param proxies how many proxies of our own stand in front. Each adds to X-Forwarded-For the address
 *   it was asked from; what stands further left was written by the client, who may write anything.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const direct = request.socket.remoteAddress ?? '';
  if (proxies === 0) return networkOf(direct);
  const header = request.headers['x-forwarded-for'];
  const hops = String(header ?? '').split(',');
  const named = hops.at(-proxies)?.trim() ?? '';
  return networkOf(isIP(named) ? named : direct);
}
