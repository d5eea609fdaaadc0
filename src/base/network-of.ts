/** From an address to the network of whoever has it: one client, as far as an address can tell. */
import { isIP, isIPv4 } from 'node:net';

/**
 * The first 48 bits of IPv6, three groups: what a site is given at most (RFC 6177). Fewer would count
 * many sites as one; more would give whoever has a /48 as many votes as it has networks, 65,536.
 * Where a provider hands out /56, up to 256 of its customers are one client.
 */
const NETWORK_GROUPS = 3;

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
