/** Where a connection leads, as far as it deserves a look. */
import { FIRST_CLIENT_PORT, LOOPBACK } from './address.ts';
import type { Facts } from './facts.ts';
import type { FoundPort } from './group.ts';
import type { Judged } from './judged.ts';
import type { FarEnd } from './row.ts';

/** From where a program that belongs to a system is not started. */
const TEMPORARY = /(?:^|[\s"'])\/(?:tmp|var\/tmp|dev\/shm)\/|\\(?:te?mp|windows\\tasks)\\/i;

export function judgeFarEnds(found: FoundPort, facts: Facts): Judged {
  // A server's own end of a connection has the server's port, and the other end leads nowhere.
  const outgoing = found.port >= FIRST_CLIENT_PORT;
  const ends = outgoing ? found.farEnds.filter((end) => isForControl(end, found, facts)) : [];
  if (ends.length === 0) return { attention: 'fine', reason: '' };
  const where = ends.map(endWords).join(', ');
  const reason = `a connection to ${where}, a port that malware or miners use`;
  const temporary = found.processes.some((process) => TEMPORARY.test(process));
  return temporary
    ? { attention: 'now', reason: `Check now: ${reason}, by a program in a temporary folder` }
    : { attention: 'look', reason };
}

function isForControl({ host, port }: FarEnd, { transport }: FoundPort, facts: Facts): boolean {
  if (LOOPBACK.test(host)) return false;
  return facts.of(port, transport).looks.includes('control');
}

export const endWords = ({ host, port }: FarEnd) =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
