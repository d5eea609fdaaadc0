/** One event of a port's past, as a sentence without its date. */
import type { EventKind, TimelineEvent } from '../../facts/atlas/record.ts';
import { transportNames } from './words.ts';

export function eventWords(event: TimelineEvent): string {
  const on = event.transports.length > 0 ? ` for ${transportNames(event.transports)}` : '';
  return WORDS[event.kind](event, on);
}

/** What a number in an old list was, where it was no port of TCP or UDP. */
const ERAS: Record<string, string> = {
  'NCP socket': ', as a socket of NCP, the network before TCP',
  'NCP/TCP port or socket': ', when NCP and TCP shared one list',
};

const WORDS: Record<EventKind, (event: TimelineEvent, on: string) => string> = {
  printed: ({ rfc, ...event }, on) => {
    const last =
      rfc && rfc.last !== rfc.first ? `, repeated until RFC ${rfc.last} (${rfc.lastDate})` : '';
    const era = ERAS[rfc?.era ?? ''] ?? '';
    return `RFC ${rfc?.first} lists ${now(event)}${on}${era}${last}`;
  },
  listed: (event, on) =>
    event.when.precision === 'by'
      ? `${now(event)} is in the oldest copy of the registry at hand${on}`
      : `${now(event)} appears in the registry${on}`,
  registered: (event, on) => `${event.name ?? 'the entry'} is registered${on}`,
  modified: (_, on) => `IANA dates its last change of the entry${on}`,
  renamed: (event, on) => `${was(event)} is from now on called ${now(event)}${on}`,
  reassigned: (event, on) => `${was(event)} makes way for ${now(event)}${on}`,
  withdrawn: (event, on) => `${event.oldName ? was(event) : 'the assignment'} is withdrawn${on}`,
  reserved: (event, on) => `${was(event)} is withdrawn and the number reserved${on}`,
  'de-assigned': (_, on) => `the registry notes a removal${on}`,
};

const now = (event: Partial<TimelineEvent>) => called(event.name, event.description);
const was = (event: Partial<TimelineEvent>) => called(event.oldName, event.oldDescription);

function called(name: string | undefined, description: string | undefined): string {
  if (!name) return `‘${description ?? ''}’`;
  return !description || description.toLowerCase() === name.toLowerCase()
    ? name
    : `${name} (${description})`;
}
