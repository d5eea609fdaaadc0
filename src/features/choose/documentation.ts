/** The text about a port that goes into a program's own documentation. */
import { inList } from '../../base/english-formats.ts';
import { FIRST_DYNAMIC_PORT } from '../../base/ranges.ts';
import type { Choice } from './choose.ts';
import { lendersOf } from './conditions.ts';
import type { ChoiceFacts } from './facts.ts';
import { nameOf } from './words.ts';

export function documentation({ port, last }: Choice, facts: ChoiceFacts, site?: string): string {
  const one = port === last;
  const ports = Array.from({ length: last - port + 1 }, (_, at) => port + at);
  const registration =
    last >= FIRST_DYNAMIC_PORT
      ? `${one ? 'The port' : `A port from ${FIRST_DYNAMIC_PORT} up`} cannot be registered with IANA (RFC 6335)`
      : `${one ? 'The port is not' : 'None of them is'} registered with IANA (registry of ${facts.registry})`;
  const known = ports.every((number) => facts.holds(number, ['free']))
    ? `, and no other use of ${one ? 'it' : 'them'} is known to Portolan`
    : `; what else is known of ${one ? 'it' : 'them'} is listed by Portolan`;
  const lenders = [...new Set(ports.flatMap((number) => lendersOf(facts, number)))];
  const address = site ? ` (${new URL(`/${port}`, site).href})` : '';
  return [
    `Listens on TCP ${one ? 'port' : 'ports'} ${nameOf({ port, last })} by default.`,
    `${registration}${known}${address}.`,
    ...(lenders.length > 0
      ? [`${inList(lenders)} may use ${one ? 'it' : 'them'} for outgoing connections.`]
      : []),
    `Change ${one ? 'it' : 'them'} with [the option of your program].`,
  ].join(' ');
}
