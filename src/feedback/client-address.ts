/** From where a request comes, as far as it can be known, and no more exactly than is needed. */
import type { IncomingMessage } from 'node:http';
import { isIP, isIPv4 } from 'node:net';

/** What one household or office is given of IPv6: 64 bits, four groups. */
const NETWORK_GROUPS = 4;

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

/** One client has many addresses of IPv6, so its network stands for it. */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%'); // The interface, in an address of a local network.
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare) ?? [];
  if (mapped) return mapped;
  if (isIPv4(bare) || isIP(bare) === 0) return bare;
  const [front = '', back] = bare.split('::');
  const before = front.split(':').filter(Boolean);
  const after = back === undefined ? [] : back.split(':').filter(Boolean);
  const zeros = back === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return groups.slice(0, NETWORK_GROUPS).map(canonical).join(':');
}

function canonical(group: string): string {
  return Number.parseInt(group, 16).toString(16);
}
