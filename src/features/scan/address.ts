/** An address and its port, as the tools write them: 127.0.0.1:22, [::]:22, :::22, *.22. */
import { portNumber } from './port-number.ts';
import type { FarEnd } from './row.ts';

export interface Ends {
  host: string;
  /** A number, the name of a service, or '*'. */
  port: string;
}

/** Divides at the last separator: Linux and Windows write a colon there, macOS and the BSDs a dot. */
export function ends(text: string, separator: ':' | '.'): Ends | undefined {
  const at = text.lastIndexOf(separator);
  if (at < 0 || at === text.length - 1) return undefined;
  return { host: bare(text.slice(0, at)), port: text.slice(at + 1) };
}

/** Without the brackets of IPv6; nothing is said by an address that is left empty. */
const bare = (host: string) => (host.startsWith('[') ? host.replace(/[[\]]/g, '') : host);

/** Which of the two separators an address uses; undefined where it has neither. */
export function separatorOf(text: string): ':' | '.' | undefined {
  const colon = text.lastIndexOf(':');
  const dot = text.lastIndexOf('.');
  if (colon < 0 && dot < 0) return undefined;
  return colon > dot ? ':' : '.';
}

/** The far end of a connection: nothing where there is none, or where its port is only named. */
export function farEnd(peer: string | undefined, separator: ':' | '.'): FarEnd | undefined {
  const end = peer === undefined ? undefined : ends(peer, separator);
  const port = portNumber(end?.port);
  return end && port ? { host: end.host, port } : undefined;
}

/** The lowest port from which Linux opens sockets for programs that do not ask for one. */
export const FIRST_CLIENT_PORT = 32_768;

/** Addresses by which a machine reaches itself. */
export const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.|localhost$)/i;

/** Whether nobody is at the other end: '0.0.0.0:*', '[::]:0', '*.*'. */
export const isNobody = (peer: string | undefined) => peer !== undefined && /[:.][*0]$/.test(peer);

/** A UDP socket that is connected to itself hears only itself: it is held, and no connection. */
export const isBoundOnly = (transport: string, local: string, peer: string | undefined) =>
  transport === 'udp' && local === peer;
