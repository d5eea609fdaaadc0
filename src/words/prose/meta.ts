/** The description of a port's page: the answer, then as much else as the length allows. */
import type { PortRecord } from '../../facts/atlas/record.ts';
import { headline } from './answer.ts';
import { and, shorten, transportNames } from './words.ts';

/** Search engines and chats cut descriptions at about this length. */
const LENGTH = 160;

export function describe(record: PortRecord): string {
  const { documented, page, port, verdict } = record;
  const answer = headline(record);
  const led = `${nameOf(record)}${page ? ':' : '.'} ${answer}`;
  // An author's summary is written to stand alone, and may be as long as the whole.
  const first = page && led.length > LENGTH ? answer : led;
  const parts = documented
    ? [statusLine(record), `How to see what listens on ${port}.`]
    : [VERDICTS[verdict.level]];
  return parts.reduce(
    (text, part) => (part && text.length + part.length < LENGTH ? `${text} ${part}` : text),
    shorten(first, LENGTH),
  );
}

/** 'TCP and UDP port 22', for the transports that the registry gives to a service. */
function nameOf({ port, transports }: PortRecord): string {
  const assigned = transports.filter(({ status }) => status === 'assigned');
  return assigned.length > 0
    ? `${transportNames(assigned.map(({ transport }) => transport))} port ${port}`
    : `Port ${port}`;
}

/** An author's summary tells what listens, and leaves the registry to others. */
function statusLine({ assignments, page, status }: PortRecord): string {
  if (!page) return '';
  const services = [...new Set(assignments.map(({ service }) => service))].filter(Boolean);
  if (status === 'assigned') return services.length > 0 ? `Registered: ${and(services)}.` : '';
  return status === 'unassigned' ? 'Not registered with IANA.' : '';
}

/** Of a port that no source tells anything about, this is what there is to say. */
const VERDICTS: Record<PortRecord['verdict']['level'], string> = {
  good: 'Free in every source: a good choice for a program of your own.',
  care: 'For a program of your own: with care.',
  avoid: 'Not for a program of your own.',
};
